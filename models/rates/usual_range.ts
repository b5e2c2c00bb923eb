/** Within what a figure of ordinary chunks of time stays. */

const DEVIATIONS = 3;
const FEWEST = 6;

/** What ordinary chunks say of a figure. */
export interface UsualRange {
  readonly mean: number;
  /** Three standard deviations below the mean. */
  readonly low: number;
  /** Three standard deviations above it. */
  readonly high: number;
}

/**
 * The mean of a figure over chunks of the reference and three standard deviations to both sides,
 * as NannyML sets its thresholds. A figure that has no value in a chunk (`NaN`) does not count
 * there. The order of the chunks has no influence.
 *
 * @returns `undefined` where fewer than 6 chunks have a value: their spread would say little.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(usualRange([1, 1, 1, 1, 1, 1, NaN]), { mean: 1, low: 1, high: 1 });
 * assert.equal(usualRange([1, 2, 3]), undefined);
 * ```
 */
export function usualRange(figures: readonly number[]): UsualRange | undefined {
  const known = figures.filter((figure) => !Number.isNaN(figure)).toSorted((a, b) => a - b);
  if (known.length < FEWEST) return undefined;
  // Counted from the lowest, so that equal figures have no deviation, not even by rounding.
  const [origin] = known;
  const mean = known.reduce((sum, figure) => sum + (figure - origin), 0) / known.length;
  const squares = known.reduce((sum, figure) => sum + (figure - origin - mean) ** 2, 0);
  const reach = DEVIATIONS * Math.sqrt(squares / (known.length - 1));
  return { mean: origin + mean, low: origin + mean - reach, high: origin + mean + reach };
}
