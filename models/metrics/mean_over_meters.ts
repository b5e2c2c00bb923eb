/** Figures of single meters as one figure, in which every meter counts the same. */

import type { EvaluationRows } from "./metric.ts";
import { rowsByMeter } from "./rows_by_meter.ts";

/**
 * The mean of a figure over the meters that have rows of both classes; a meter without an
 * anomalous row, or without an ordinary one, leaves nothing to rank and is left out.
 *
 * @param figure Judges the rows of one meter, in ascending time.
 * @throws {RangeError} When no meter has rows of both classes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const value = meanOverMeters({
 *   meterIds: ["a", "a", "b", "b", "c"],
 *   ts: Float64Array.of(0, 1, 0, 1, 0),
 *   labels: Uint8Array.of(0, 1, 1, 0, 1),
 *   scores: Float64Array.of(0, 2, 4, 0, 9),
 *   predicted: new Uint8Array(5),
 * }, ({ scores }) => Math.max(...scores));
 * assert.equal(value, (2 + 4) / 2);
 * ```
 */
export function meanOverMeters(
  rows: EvaluationRows,
  figure: (meter: EvaluationRows) => number,
): number {
  const meters = rowsByMeter(rows).filter(({ labels }) => labels.includes(0) && labels.includes(1));
  if (meters.length === 0) {
    throw new RangeError(
      "Cannot judge meters as one must have anomalous and ordinary rows: current number is 0",
    );
  }
  return meters.reduce((sum, meter) => sum + figure(meter), 0) / meters.length;
}
