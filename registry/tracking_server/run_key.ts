/** Which run a request is about. */

import { missing, type Parameter, text } from "./parameters.ts";

/** The parameters that name a run; clients before MLflow 1.0 send `run_uuid`. */
export const runKey: Readonly<Record<"run_id" | "run_uuid", Parameter<string | undefined>>> = {
  run_id: text,
  run_uuid: text,
};

/**
 * The id of the run that a request names.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it names none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(runIdOf({ run_id: undefined, run_uuid: "r" }), "r");
 * ```
 */
export function runIdOf(given: { readonly run_id?: string; readonly run_uuid?: string }): string {
  const id = given.run_id || given.run_uuid;
  if (id) return id;
  throw missing("run_id");
}
