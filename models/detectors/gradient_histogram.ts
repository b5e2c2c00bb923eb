/** Sums of gradients per bin, all features end to end. */

import type { FeatureBins } from "./feature_bins.ts";

/**
 * Adds the gradients of some rows to the bins their values are in.
 *
 * @param rows Row numbers.
 * @param gradients Two numbers per row.
 * @param sums Two sums per bin, added to.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const bins = { codes: Uint16Array.of(0, 1, 1), columns: Int32Array.of(0) };
 * const sums = new Float64Array(4);
 * addGradients(bins, Uint32Array.of(1, 2), Float64Array.of(1, 10, 2, 20, 3, 30), sums);
 * assert.deepEqual([...sums], [0, 0, 5, 50]);
 * ```
 */
export function addGradients(
  { codes, columns }: Pick<FeatureBins, "codes" | "columns">,
  rows: Uint32Array,
  gradients: Float64Array,
  sums: Float64Array,
): void {
  const features = columns.length;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const first = gradients[2 * row];
    const second = gradients[2 * row + 1];
    const end = (row + 1) * features;
    for (let at = row * features; at < end; at++) {
      const bin = codes[at] << 1;
      sums[bin] += first;
      sums[bin + 1] += second;
    }
  }
}

/**
 * Makes the sums of a node those of one of its children by taking away those of the other.
 *
 * @param sums Sums of the node, written.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const sums = Float64Array.of(5, 50);
 * subtractSums(sums, Float64Array.of(2, 20));
 * assert.deepEqual([...sums], [3, 30]);
 * ```
 */
export function subtractSums(sums: Float64Array, sibling: Float64Array): void {
  for (let at = 0; at < sums.length; at++) sums[at] -= sibling[at];
}
