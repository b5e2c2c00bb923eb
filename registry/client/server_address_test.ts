import assert from "node:assert/strict";
import { serverAddress } from "./server_address.ts";

Deno.test("serverAddress() keeps a path below which a proxy serves", () => {
  assert.equal(serverAddress("https://host/mlflow//"), "https://host/mlflow");
});

Deno.test("serverAddress() refuses credentials in the address, and does not show them", () => {
  assert.throws(() => serverAddress("http://me:S3CRET@127.0.0.1:5000"), {
    name: "TypeError",
    message:
      'Cannot open a tracking client: expected credentials in the option of that name, got them in the address of "127.0.0.1:5000"',
  });
});

Deno.test("serverAddress() refuses an address that is not http or https", () => {
  assert.throws(() => serverAddress("sqlite:///mlflow.db"), {
    name: "TypeError",
    message:
      'Cannot open a tracking client: expected an http or https address, got "sqlite:///mlflow.db"',
  });
});
