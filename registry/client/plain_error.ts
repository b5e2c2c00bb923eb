/** Errors of an exchange without the exchange itself, whose headers hold the credentials. */

import { HTTPError, NetworkError, TimeoutError } from "ky";
import { MlflowError } from "./mlflow_error.ts";

/**
 * What to throw for an error of ky, which carries the request and would show its credentials
 * wherever it is printed. Other errors pass.
 *
 * @param address Verb and address of the request.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { TimeoutError } from "ky";
 * const late = new TimeoutError(new Request("http://127.0.0.1/read"));
 * assert.equal(
 *   String(plainError(late, "GET http://127.0.0.1/read")),
 *   "TimeoutError: Cannot finish GET http://127.0.0.1/read as the server took too long",
 * );
 * ```
 */
export function plainError(error: unknown, address: string): unknown {
  if (error instanceof HTTPError) return refusal(error, address);
  if (error instanceof TimeoutError) {
    const text = `Cannot finish ${address} as the server took too long`;
    return new DOMException(text, "TimeoutError");
  }
  if (error instanceof NetworkError) {
    return new TypeError(`Cannot reach the tracking server for ${address}`, { cause: error.cause });
  }
  return error;
}

function refusal({ response: { status }, data }: HTTPError, address: string): MlflowError {
  if (typeof data === "object" && data !== null && "error_code" in data && "message" in data) {
    return new MlflowError(String(data.error_code), status, String(data.message));
  }
  // A proxy, or an endpoint the server does not have, answers without MLflow's error body.
  const code = status === 404 ? "ENDPOINT_NOT_FOUND" : "INTERNAL_ERROR";
  return new MlflowError(code, status, `Cannot finish ${address} as its status is ${status}`);
}
