/** The stages of a model version. */

import { TrackingError } from "../tracking_error.ts";

const stages = ["None", "Staging", "Production", "Archived"] as const;

/** A stage as MLflow writes it. */
export type ModelStage = (typeof stages)[number];

/**
 * The stage that a text names in any case.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it names none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(canonicalStage("production"), "Production");
 * ```
 */
export function canonicalStage(text: string): ModelStage {
  const stage = stages.find((each) => each.toLowerCase() === text.toLowerCase());
  if (stage !== undefined) return stage;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Invalid Model Version stage: ${text}. Value must be one of ${stages.join(", ")}.`,
  );
}
