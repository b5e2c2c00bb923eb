import assert from "node:assert/strict";
import { mlflowError } from "../error_shapes/mlflow_error.ts";
import { SignatureError } from "./signature_error.ts";

Deno.test("SignatureError is what MLflow calls an invalid parameter value", async () => {
  const response = await mlflowError.write(
    new SignatureError("inputs", 'column "hour" is missing'),
    "r7",
  );
  assert.equal(response.status, 400);
  assert.deepEqual(await response.json(), {
    error_code: "INVALID_PARAMETER_VALUE",
    message: 'Cannot read inputs: column "hour" is missing',
  });
});
