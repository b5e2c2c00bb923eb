import assert from "node:assert/strict";
import { badField, RequestError } from "../request_error.ts";
import { SignatureError } from "../scoring_protocol/signature_error.ts";
import { mlflowError } from "./mlflow_error.ts";

const cases: readonly [error: RequestError, code: string][] = [
  [new RequestError(400, "No form"), "BAD_REQUEST"],
  [badField("inputs.hour[0]", "expected a number"), "BAD_REQUEST"],
  [new SignatureError("inputs", 'column "hour" is missing'), "INVALID_PARAMETER_VALUE"],
  [new RequestError(413, "Too much"), "BAD_REQUEST"],
  [new RequestError(404, "No route"), "ENDPOINT_NOT_FOUND"],
  [new RequestError(500, "Failed"), "INTERNAL_ERROR"],
];
for (const [error, code] of cases) {
  Deno.test(`mlflowError writes "${error.message}" as ${code}`, async () => {
    const response = await mlflowError.write(error, "r7");
    assert.equal(response.status, error.status);
    assert.equal(response.headers.get("content-type"), "application/json");
    assert.deepEqual(await response.json(), { error_code: code, message: error.message });
  });
}
