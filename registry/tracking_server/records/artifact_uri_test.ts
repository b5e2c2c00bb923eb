import assert from "node:assert/strict";
import { proxiedRoot } from "./artifact_uri.ts";

Deno.test("proxiedRoot() takes proxied URIs, with or without a host", () => {
  assert.equal(proxiedRoot("mlflow-artifacts:/0/r/artifacts"), "0/r/artifacts");
  assert.equal(proxiedRoot("mlflow-artifacts://host:5000/0/r"), "0/r");
});

Deno.test("proxiedRoot() refuses every other place", () => {
  for (const uri of ["file:///etc", "/etc", "s3://a/b", "", "mlflow-artifacts:x"]) {
    assert.throws(() => proxiedRoot(uri), { errorCode: "NOT_IMPLEMENTED" }, uri);
  }
});
