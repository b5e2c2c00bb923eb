/** The error shape of MLflow, for the routes of its scoring protocol. */
import { z } from "zod";
import type { RequestError } from "../request_error.ts";
import { SignatureError } from "../scoring_protocol/signature_error.ts";
import type { ErrorShape } from "./error_shape.ts";

/**
 * JSON with `error_code` and `message`; the codes are those of MLflow's `databricks_pb2`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { badField } from "../request_error.ts";
 * const response = await mlflowError.write(badField("inputs.hour[0]", "expected a number"), "r1");
 * assert.equal((await response.json()).error_code, "BAD_REQUEST");
 * ```
 */
export const mlflowError: ErrorShape = {
  mediaType: "application/json",
  schema: z.object({
    error_code: z.string().describe("One of the codes of MLflow's databricks_pb2"),
    message: z.string(),
  }).meta({ id: "MlflowError", description: "An error as MLflow writes it" }),
  write: (error) =>
    Response.json(
      { error_code: errorCode(error), message: error.message },
      { status: error.status },
    ),
};

function errorCode(error: RequestError): string {
  const { status } = error;
  if (status === 404) return "ENDPOINT_NOT_FOUND";
  if (status === 503) return "TEMPORARILY_UNAVAILABLE";
  if (status >= 500) return "INTERNAL_ERROR";
  return error instanceof SignatureError ? "INVALID_PARAMETER_VALUE" : "BAD_REQUEST";
}
