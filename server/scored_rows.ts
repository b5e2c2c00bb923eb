/** Scored hours as those who watch the server take them. */
import type { ScoredReading, ServedModel } from "./deps.ts";
import type { ScoredRows } from "./observability/observations.ts";

/**
 * The hours as rows of the model, one after another.
 *
 * @param hours Scored by that model.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const model = { name: "energy-anomaly", version: "3", columns: ["hour"] };
 * assert.equal(scoredRows(model, []).scores.length, 0);
 * ```
 */
export function scoredRows(
  model: Pick<ServedModel, "name" | "version" | "columns">,
  hours: readonly ScoredReading[],
): ScoredRows {
  const width = model.columns.length;
  const features = new Float32Array(hours.length * width);
  for (const [row, hour] of hours.entries()) features.set(hour.features, row * width);
  return {
    model,
    features,
    scores: hours.map(({ score }) => score),
    labels: hours.map(({ label }) => label),
    hours,
  };
}
