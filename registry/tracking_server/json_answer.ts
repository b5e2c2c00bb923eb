/** Answers in MLflow's JSON. */

import { stringifyExact } from "../exact_json.ts";
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
 * The response to a failure. What is not a refusal is a defect: its text stays inside.
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
  const refusal = error instanceof TrackingError
    ? error
    : new TrackingError("INTERNAL_ERROR", "The server failed to answer");
  return jsonAnswer(
    { error_code: refusal.errorCode, message: refusal.message },
    refusal.status,
  );
}
