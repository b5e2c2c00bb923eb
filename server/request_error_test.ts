import assert from "node:assert/strict";
import { badField, RequestError } from "./request_error.ts";

Deno.test("RequestError carries status, message and no fields unless given", () => {
  const error = new RequestError(415, "Cannot read text/plain");
  assert.ok(error instanceof Error);
  assert.deepEqual([error.name, error.status, error.message], [
    "RequestError",
    415,
    "Cannot read text/plain",
  ]);
  assert.deepEqual(error.fields, []);
});

Deno.test("badField() is a 400 that names its field in message and fields", () => {
  const error = badField("row 2", "expected 3 values, got 2");
  assert.equal(error.status, 400);
  assert.equal(error.message, "Cannot read row 2: expected 3 values, got 2");
  assert.deepEqual(error.fields, [{ field: "row 2", message: "expected 3 values, got 2" }]);
});
