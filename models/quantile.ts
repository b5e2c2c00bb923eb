/** Sample quantiles, by the one definition used everywhere. */

/**
 * The `share` quantile of sorted values, linear between the two nearest (type 7 of Hyndman and
 * Fan 1996; the default of NumPy and R).
 *
 * @param sorted Values in ascending order, without NaN, at least one.
 * @param share From 0 (the lowest value) to 1 (the highest).
 * @throws {RangeError} When there are no values or the share lies outside [0, 1].
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5);
 * ```
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError("Cannot take a quantile of no values");
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(
      `Cannot take a quantile as the share must lie in [0, 1]: current value is ${share}`,
    );
  }
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below];
  const high = sorted[Math.ceil(place)];
  // Exact where both neighbours agree, which the interpolation alone does not promise.
  return low === high ? low : low + (high - low) * (place - below);
}
