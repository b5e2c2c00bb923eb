import assert from "node:assert/strict";
import { MlflowError } from "./mlflow_error.ts";

Deno.test("MlflowError carries what callers tell refusals apart by", () => {
  const error = new MlflowError("INVALID_STATE", 500, "Cannot rename");
  assert.deepEqual(
    [error.name, error.errorCode, error.status, error.message],
    ["MlflowError", "INVALID_STATE", 500, "Cannot rename"],
  );
  assert.ok(error instanceof Error);
});
