/** Which of many p-values are small, and not just the smallest of many. */

/**
 * The p-values of Benjamini and Hochberg (1995): to take those up to a rate for findings keeps the
 * expected share of false findings below that rate, for p-values that are independent or rise and
 * fall together (Benjamini and Yekutieli 2001).
 *
 * @returns In the order of the input, each at least its own p-value and at most 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(adjustedPValues([0.5, 0.01, 0.02]), [0.5, 0.03, 0.03]);
 * ```
 */
export function adjustedPValues(pValues: readonly number[]): number[] {
  const falling = pValues.map((_, i) => i).sort((a, b) => pValues[b] - pValues[a]);
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  falling.forEach((index, passed) => {
    const rank = pValues.length - passed;
    least = Math.min(least, pValues[index] * pValues.length / rank);
    adjusted[index] = least;
  });
  return adjusted;
}
