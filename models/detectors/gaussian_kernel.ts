/** The Gaussian kernel matrix of rows, a part of a row at a time. */

import { BLOCK, gaussianBlock } from "./gaussian_block.ts";
import type { KernelMatrix } from "./kernel_cache.ts";

/**
 * The matrix of exp(−gamma · |x − z|²) over all pairs of rows.
 *
 * @param points Rows × width finite values, row-major.
 * @param gamma Sharpness, above 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const kernel = gaussianKernel(Float64Array.of(0, 1), 1, Math.LN2);
 * const row = new Float32Array(2);
 * kernel.fill(row, 1, Int32Array.of(0, 1), 0, 2);
 * assert.deepEqual([...row], [0.5, 1]);
 * ```
 */
export function gaussianKernel(points: Float64Array, width: number, gamma: number): KernelMatrix {
  const block = gaussianBlock(points, width, gamma);
  const { values } = block;
  return {
    diagonal: new Float64Array(points.length / width).fill(1),
    fill(into, row, places, from, to) {
      for (let start = from; start < to; start += BLOCK) {
        const count = Math.min(BLOCK, to - start);
        block.fill(points, row, places, start, count);
        for (let i = 0; i < count; i++) into[places[start + i]] = values[i];
      }
    },
  };
}
