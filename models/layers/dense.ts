/** The layer that mixes all its inputs. */

/**
 * `x · kernel + bias` of each row.
 *
 * @param x Rows × inputs, row-major.
 * @param kernel Inputs × outputs, row-major.
 * @param bias One value per output, at least one.
 * @returns Rows × outputs, row-major; a row of it depends on that row of `x` alone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const x = Float64Array.of(1, 2);
 * const kernel = Float64Array.of(3, 4);
 * assert.deepEqual([...dense(x, kernel, Float64Array.of(0.5))], [11.5]);
 * ```
 */
export function dense(x: Float64Array, kernel: Float64Array, bias: Float64Array): Float64Array {
  const outputs = bias.length;
  const inputs = kernel.length / outputs;
  const rows = x.length / inputs;
  const y = new Float64Array(rows * outputs);
  for (let row = 0, at = 0; row < rows; row++) {
    const start = row * outputs;
    y.set(bias, start);
    for (let i = 0; i < inputs; i++, at++) {
      for (let o = 0; o < outputs; o++) y[start + o] += x[at] * kernel[i * outputs + o];
    }
  }
  return y;
}
