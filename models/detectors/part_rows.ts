/** Parting the rows of a leaf in two. */

import type { Split } from "./best_split.ts";
import type { FeatureBins } from "./feature_bins.ts";

/** No bin has this number. */
const NO_BIN = 2 ** 31 - 1;

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
 *   rows: 4,
 *   cuts: [Float32Array.of(1)],
 *   starts: Int32Array.of(0, 3),
 *   byFeature: Uint8Array.of(0, 1, 2, 0),
 * };
 * const rows = Uint32Array.of(0, 1, 2, 3);
 * const split = { feature: 0, bin: 0, missingLeft: true };
 * assert.equal(partRows(bins, rows, new Uint32Array(4), split), 3);
 * assert.deepEqual([...rows], [0, 2, 3, 1]);
 * ```
 */
export function partRows(
  bins: Pick<FeatureBins, "rows" | "cuts" | "starts" | "byFeature">,
  rows: Uint32Array,
  spare: Uint32Array,
  { feature, bin, missingLeft }: Pick<Split, "feature" | "bin" | "missingLeft">,
): number {
  const { cuts, starts, byFeature } = bins;
  const start = feature * bins.rows;
  const last = bin - starts[feature];
  const alsoLeft = missingLeft ? cuts[feature].length + 1 : NO_BIN;
  let toLeft = 0;
  let toRight = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const code = byFeature[start + row];
    // 1 or 0 without a branch, which would be mispredicted half the time: the sign of a difference.
    const isLeft = ((code - last - 1) >>> 31) | (((code ^ alsoLeft) - 1) >>> 31);
    rows[toLeft] = row;
    spare[toRight] = row;
    toLeft += isLeft;
    toRight += 1 - isLeft;
  }
  rows.set(spare.subarray(0, toRight), toLeft);
  return toLeft;
}
