/** Centre and spread that a few wild values cannot move. */

import { quantile } from "../quantile.ts";

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const NORMAL = 1.4826;

/** Where values lie and how far they usually stray. */
export interface RobustScale {
  /** The median; 0 without values. */
  readonly center: number;
  /** In the unit of the values; 0 where all are equal. */
  readonly scale: number;
}

/**
 * The median of the values, and 1.4826 times the median absolute deviation from it (Rousseeuw and
 * Croux 1993), which half of the values cannot spoil. Where more than half of them are equal it is
 * the root of the mean squared deviation from the median instead.
 *
 * @param values Finite values in any order. Time is that of sorting them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(robustScale([1, 2, 3, 4, 900]), { center: 3, scale: 1.4826 });
 * ```
 */
export function robustScale(values: ArrayLike<number>): RobustScale {
  if (values.length === 0) return { center: 0, scale: 0 };
  const center = quantile(Float64Array.from(values).sort(), 0.5);
  return { center, scale: deviation(Float64Array.from(values, (value) => value - center)) };
}

/**
 * The same spread of deviations from a centre that is known already, such as residuals from a
 * model.
 *
 * @param deviations Finite values in any order, at least one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(deviation([-2, 2, 2]), 2 * 1.4826);
 * assert.equal(deviation([0, 0, 0, 4]), 2);
 * ```
 */
export function deviation(deviations: ArrayLike<number>): number {
  const sorted = Float64Array.from(deviations, Math.abs).sort();
  const median = quantile(sorted, 0.5);
  if (median > 0) return NORMAL * median;
  const squares = sorted.reduce((sum, value) => sum + value * value, 0);
  return Math.sqrt(squares / sorted.length);
}
