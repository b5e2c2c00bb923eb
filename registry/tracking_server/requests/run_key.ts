/** Which run a request is about. */

import { type Parameter, requiredText, text, unchecked } from "./parameters.ts";
import { sortedJson } from "./python_values.ts";
import { TrackingError } from "../tracking_error.ts";

/** The parameters that name a run; clients before MLflow 1.0 send `run_uuid`. */
export const runKey: {
  readonly run_id: Parameter<string>;
  readonly run_uuid: Parameter<string | undefined>;
} = { run_id: requiredText, run_uuid: unchecked(text) };

/**
 * The id of the run that a request names.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(runIdOf({ run_id: "", run_uuid: "r" }), "r");
 * ```
 */
export function runIdOf(given: { readonly run_id?: string; readonly run_uuid?: string }): string {
  return given.run_id || given.run_uuid || "";
}

/**
 * Checks the form of a run's id, which MLflow does in some endpoints only.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when no run can have it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => requireRunId("../run"), {
 *   message: `Invalid value "../run" for parameter 'run_id' supplied.`,
 * });
 * ```
 */
export function requireRunId(id: string): void {
  if (/^[a-zA-Z0-9][\p{L}\p{N}_-]{0,255}\n?$/u.test(id)) return;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Invalid value ${sortedJson(id)} for parameter 'run_id' supplied.`,
  );
}
