/** Parting the rows of a leaf in two. */

import type { Split } from "./best_split.ts";
import type { FeatureBins } from "./feature_bins.ts";

/**
 * Moves the rows that go left to the front, both sides in the order they had.
 *
 * @param rows Row numbers of the leaf, written.
 * @param spare Room for as many numbers.
 * @returns How many go left.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const bins = {
 *   codes: Uint16Array.of(0, 1, 2, 0),
 *   columns: Int32Array.of(0),
 *   starts: Int32Array.of(0, 3),
 * };
 * const rows = Uint32Array.of(0, 1, 2, 3);
 * const split = { feature: 0, bin: 0, missingLeft: true };
 * assert.equal(partRows(bins, rows, new Uint32Array(4), split), 3);
 * assert.deepEqual([...rows], [0, 2, 3, 1]);
 * ```
 */
export function partRows(
  { codes, columns, starts }: Pick<FeatureBins, "codes" | "columns" | "starts">,
  rows: Uint32Array,
  spare: Uint32Array,
  { feature, bin, missingLeft }: Pick<Split, "feature" | "bin" | "missingLeft">,
): number {
  const features = columns.length;
  // No bin of another feature has this number, so -1 stands for none.
  const alsoLeft = missingLeft ? starts[feature + 1] - 1 : -1;
  let toLeft = 0;
  let toRight = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const code = codes[row * features + feature];
    if (code <= bin || code === alsoLeft) rows[toLeft++] = row;
    else spare[toRight++] = row;
  }
  rows.set(spare.subarray(0, toRight), toLeft);
  return toLeft;
}
