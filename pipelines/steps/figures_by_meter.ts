/** Figures of the ensemble meter by meter, to see where one model is better than another. */
import {
  type EvaluationRows,
  meterFigures,
  type MetricName,
  tallyMeters,
} from "../../models/mod.ts";

/** Figures by meter; `null` where a meter leaves a figure without a value. */
export type FiguresByMeter = Readonly<
  Record<string, Readonly<Record<MetricName, number | null>>>
>;

/**
 * Every metric of each meter alone, meters in ascending order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const figures = figuresByMeter({
 *   meterIds: ["a", "a"],
 *   ts: Float64Array.of(0, 3_600_000),
 *   labels: Uint8Array.of(0, 1),
 *   scores: Float64Array.of(0.25, 0.75),
 *   predicted: Uint8Array.of(0, 1),
 * });
 * assert.equal(figures.a.event_f1, 1);
 * ```
 */
export function figuresByMeter(rows: EvaluationRows): FiguresByMeter {
  return Object.fromEntries(
    tallyMeters(rows).map((tally) => [
      tally.meterId,
      Object.fromEntries(
        // JSON has no NaN.
        Object.entries(meterFigures([tally]))
          .map(([name, value]) => [name, Number.isNaN(value) ? null : value]),
      ) as Record<MetricName, number | null>,
    ]),
  );
}
