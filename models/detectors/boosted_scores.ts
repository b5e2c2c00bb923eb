/** Walking rows through boosted trees, fast. */

import type { Matrix } from "../matrix.ts";
import type { CompiledForest } from "./forest.ts";

/** Rows walked through one tree before the next: their values stay in the nearest cache. */
const BLOCK = 64;

/**
 * The bias plus the sum of the values of the leaves each row ends in.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * import { compileForest } from "./forest.ts";
 * const leaf = {
 *   feature: [-1], threshold: [0], missingLeft: [0], left: [0], right: [0], value: [3],
 * };
 * assert.deepEqual([...rawScores(compileForest([leaf]), 0.5, matrix(["kwh"], [1]))], [3.5]);
 * ```
 */
export function rawScores(trees: CompiledForest, bias: number, x: Matrix): Float64Array {
  const { roots, feature, threshold, children, missingLeft, value } = trees;
  const { values } = x;
  const width = x.columns.length;
  const scores = new Float64Array(x.rows).fill(bias);
  for (let start = 0; start < x.rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, x.rows);
    for (let t = 0; t < roots.length; t++) {
      for (let row = start; row < end; row++) {
        const base = row * width;
        let node = roots[t];
        let column = feature[node];
        while (column >= 0) {
          const given = values[base + column];
          const cut = threshold[node];
          const side = given <= cut ? 0 : given > cut ? 1 : 1 - missingLeft[node];
          node = children[2 * node + side];
          column = feature[node];
        }
        scores[row] += value[node];
      }
    }
  }
  return scores;
}
