/** Sums of gradients per bin, all features end to end. */

import type { FeatureBins } from "./feature_bins.ts";

/** Rows fetched before any of them is added; an even number. */
const BLOCK = 64;

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
  const width = columns.length;
  const ahead = new Float64Array(2 * BLOCK + 3);
  for (let start = 0; start < rows.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, rows.length);
    // The rows of a leaf lie far apart: touching their codes in a loop of its own lets the machine
    // wait for many of them at once.
    let touched = 0;
    let at = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i];
      ahead[at++] = gradients[2 * row];
      ahead[at++] = gradients[2 * row + 1];
      touched += codes[row * width] + codes[(row + 1) * width - 1];
    }
    // Two rows at a time; where their number is odd, the last one comes again and adds nothing.
    ahead[at] = 0;
    ahead[at + 1] = 0;
    ahead[2 * BLOCK + 2] = touched;
    at = 0;
    for (let i = start; i < end; i += 2) {
      const begin = rows[i] * width;
      const toOther = rows[Math.min(i + 1, end - 1)] * width - begin;
      const first = ahead[at++];
      const second = ahead[at++];
      const otherFirst = ahead[at++];
      const otherSecond = ahead[at++];
      for (let code = begin; code < begin + width; code++) {
        const bin = codes[code] << 1;
        sums[bin] += first;
        sums[bin + 1] += second;
        const otherBin = codes[code + toOther] << 1;
        sums[otherBin] += otherFirst;
        sums[otherBin + 1] += otherSecond;
      }
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
