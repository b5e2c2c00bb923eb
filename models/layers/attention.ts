/** The layer in which each step looks back at the steps that matter to it. */

/**
 * Scaled dot-product attention in several heads, each step over itself and earlier ones (Vaswani et
 * al., Attention Is All You Need, 2017, section 3.2): softmax(q · kᵀ / √width of a head) · v.
 *
 * @param projected Steps × 3 · width: queries, keys and values side by side, heads in turn.
 * @param steps At least one.
 * @param heads A divisor of the width.
 * @returns Steps × width, row-major.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * // Equal keys: each step takes the mean of the values so far.
 * const projected = Float64Array.of(1, 0, 2, 1, 0, 4);
 * assert.deepEqual([...causalAttention(projected, 2, 1)], [2, 3]);
 * ```
 */
export function causalAttention(
  projected: Float64Array,
  steps: number,
  heads: number,
): Float64Array {
  const stride = projected.length / steps;
  const width = stride / 3;
  const size = width / heads;
  const scale = 1 / Math.sqrt(size);
  const mixed = new Float64Array(steps * width);
  const shares = new Float64Array(steps);
  for (let head = 0; head < width; head += size) {
    for (let step = 0; step < steps; step++) {
      const query = step * stride + head;
      for (let past = 0; past <= step; past++) {
        const key = past * stride + width + head;
        let product = 0;
        for (let j = 0; j < size; j++) product += projected[query + j] * projected[key + j];
        shares[past] = product * scale;
      }
      softmax(shares.subarray(0, step + 1));
      for (let past = 0; past <= step; past++) {
        const value = past * stride + 2 * width + head;
        for (let j = 0; j < size; j++) {
          mixed[step * width + head + j] += shares[past] * projected[value + j];
        }
      }
    }
  }
  return mixed;
}

/** In place; the greatest is taken off first, as exp of a large number is infinite. */
function softmax(values: Float64Array): void {
  let greatest = -Infinity;
  for (const value of values) greatest = Math.max(greatest, value);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    values[i] = Math.exp(values[i] - greatest);
    total += values[i];
  }
  for (let i = 0; i < values.length; i++) values[i] /= total;
}
