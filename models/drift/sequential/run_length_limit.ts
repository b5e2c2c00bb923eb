/** How high sums may rise before they tell a change. */

/** By how much a sum in steps passes a limit beyond one in continuous time. */
const OVERSHOOT = 1.166;
/** Halvings of the interval that holds the limit. */
const HALVINGS = 60;
const HIGHEST = 1000;

/**
 * The limit of two cumulative sums, of rises and of falls, that independent standard normal values
 * pass once in `averageRunLength` values: Siegmund's approximation (Sequential Analysis, 1985)
 * (exp(2 k b) − 2 k b − 1) / (2 k²) for one of them, where b is the limit and 1.166.
 *
 * @param slack What is taken off each value before it is added, in standard deviations; above 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * // Tables (Montgomery, Introduction to Statistical Quality Control) give 168 for a limit of 4.
 * assert.ok(Math.abs(runLengthLimit(0.5, 168) - 4) < 0.01);
 * ```
 */
export function runLengthLimit(slack: number, averageRunLength: number): number {
  let low = 0;
  let high = HIGHEST;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    const exponent = 2 * slack * (middle + OVERSHOOT);
    const oneSided = (Math.exp(exponent) - exponent - 1) / (2 * slack ** 2);
    if (oneSided / 2 < averageRunLength) low = middle;
    else high = middle;
  }
  return high;
}
