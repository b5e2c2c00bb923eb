/** A baseline of time of week and temperature that knows how far values usually are from it. */

import { deviation, robustScale } from "./robust_scale.ts";
import {
  type BaselineFit,
  type BaselineRows,
  expectedValue,
  fitWeekBaseline,
  type WeekBaseline,
} from "./week_baseline.ts";

/** A baseline is taken to leave at least this share of the values' own scale unexplained. */
const LEAST_SHARE = 1e-3;

/** A baseline, and how far values usually are from it. */
export interface ScaledBaseline extends WeekBaseline {
  /** One over the robust scale of the residuals; 0 without a value to fit to. */
  readonly inverse: number;
}

/**
 * A baseline fitted to the rows, and the robust scale of what it leaves of them: at least a
 * thousandth of the scale of the values, which where these never vary is 1.
 *
 * @param rows In canonical order, without missing values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rows = { cells: [0, 0, 0], values: [1, 3, 2], temperatures: [] };
 * const { levels, inverse } = fitScaledBaseline(rows, { knots: [], ridge: 1, leastRows: 1 });
 * assert.deepEqual([levels[0], inverse], [2, 1 / 1.4826]);
 * ```
 */
export function fitScaledBaseline(rows: BaselineRows, fit: BaselineFit): ScaledBaseline {
  const baseline = fitWeekBaseline(rows, fit);
  if (rows.values.length === 0) return { ...baseline, inverse: 0 };
  const left = Array.from(
    rows.values,
    (value, row) => value - expectedValue(baseline, rows.cells[row], rows.temperatures[row]),
  );
  const own = robustScale(rows.values).scale || 1;
  return { ...baseline, inverse: 1 / Math.max(deviation(left), LEAST_SHARE * own) };
}

/**
 * The distance of a value from what the baseline expects, in scales of its residuals.
 *
 * @param cell Cell of the hour of week.
 * @param temperature In °C; not read where the baseline has no knots.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const levels = Array.from({ length: 193 }, () => 5);
 * const baseline = { levels, knots: [0, 10], slopes: [-0.2], inverse: 2 };
 * assert.equal(scaledDistance(baseline, 3, 7, 10), 0);
 * assert.equal(scaledDistance(baseline, 3, 7, 0), 4);
 * ```
 */
export function scaledDistance(
  baseline: ScaledBaseline,
  value: number,
  cell: number,
  temperature: number,
): number {
  return Math.abs(value - expectedValue(baseline, cell, temperature)) * baseline.inverse;
}
