/** The layer that brings each row to one scale. */

/** Keeps a row of equal values from a division by 0. */
export const NORM_EPSILON = 1e-6;

/**
 * `gain · (x − mean) / √(variance + 1e-6) + shift` of each row, mean and variance being the row's
 * own (Ba, Kiros and Hinton, Layer Normalization, 2016).
 *
 * @param x Rows × width, row-major.
 * @param gain One value per column of the width.
 * @param shift As `gain`.
 * @returns Rows × width.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const one = Float64Array.of(1, 1);
 * const [low, high] = layerNorm(Float64Array.of(2, 4), one, new Float64Array(2));
 * assert.ok(Math.abs(low + 1) < 1e-6 && Math.abs(high - 1) < 1e-6);
 * ```
 */
export function layerNorm(
  x: Float64Array,
  gain: Float64Array,
  shift: Float64Array,
): Float64Array {
  const width = gain.length;
  const y = new Float64Array(x.length);
  for (let start = 0; start < x.length; start += width) {
    let mean = 0;
    for (let j = 0; j < width; j++) mean += x[start + j];
    mean /= width;
    let variance = 0;
    for (let j = 0; j < width; j++) variance += (x[start + j] - mean) ** 2;
    const scale = 1 / Math.sqrt(variance / width + NORM_EPSILON);
    for (let j = 0; j < width; j++) {
      y[start + j] = gain[j] * (x[start + j] - mean) * scale + shift[j];
    }
  }
  return y;
}
