import assert from "node:assert/strict";
import { MlflowError } from "./mlflow_error.ts";

Deno.test("MlflowError carries the server's code, status, text and the cause", () => {
  const cause = new Error("socket");
  const error = new MlflowError("INVALID_STATE", 500, "Cannot rename", { cause });
  assert.ok(error instanceof Error);
  assert.deepEqual(
    [error.name, error.errorCode, error.status, error.message, error.cause],
    ["MlflowError", "INVALID_STATE", 500, "Cannot rename", cause],
  );
});
