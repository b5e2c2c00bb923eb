/** Answers in MLflow's JSON. */

import { stringifyExact } from "../exact_json.ts";
import { isBusy } from "./database.ts";
import { TrackingError } from "./tracking_error.ts";

/**
 * A response with MLflow's JSON: two spaces an indent, exact int64, absent fields left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await jsonAnswer({ a: 1, b: undefined }).text(), '{\n  "a": 1\n}');
 * ```
 */
export function jsonAnswer(value: object, status = 200): Response {
  return new Response(stringifyExact(value, 2), {
    status,
    headers: { "content-type": "application/json" },
  });
}

/**
 * The response to a failure. What is neither a refusal nor a file that another process keeps to
 * itself is a defect: its text stays inside.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { TrackingError } from "./tracking_error.ts";
 * const response = errorAnswer(new TrackingError("BAD_REQUEST", "No"));
 * assert.equal(response.status, 400);
 * assert.deepEqual(await response.json(), { error_code: "BAD_REQUEST", message: "No" });
 * ```
 */
export function errorAnswer(error: unknown): Response {
  const { errorCode, message, status } = refusal(error);
  const response = jsonAnswer({ error_code: errorCode, message }, status);
  // Clients that retry wait for as long as this says.
  if (status === 503) response.headers.set("retry-after", "1");
  return response;
}

/**
 * What a client is told of a failure.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(refusal(new RangeError("A defect")).message, "The server failed to answer");
 * ```
 */
export function refusal(error: unknown): TrackingError {
  if (error instanceof TrackingError) return error;
  return isBusy(error)
    ? new TrackingError("TEMPORARILY_UNAVAILABLE", "Another process is writing; try again")
    : new TrackingError("INTERNAL_ERROR", "The server failed to answer");
}
