/** Trees as flat arrays, and walking rows through many of them, fast. */

import type { Matrix } from "../matrix.ts";

/** Rows walked through one tree before the next: their values stay in the nearest cache. */
const BLOCK = 64;

/** One tree as flat arrays, one entry per node; node 0 is the root. */
export interface Tree {
  /** Column tested at the node; −1 at a leaf. */
  readonly feature: readonly number[];
  /** A float32 value: `x <= threshold` goes left. */
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** 1 where a missing value goes left; without the list it goes right at every node. */
  readonly missingLeft?: readonly number[];
  /** At a leaf what a row that ends there is given. */
  readonly value: readonly number[];
}

/** All trees of a forest end to end. */
export interface CompiledForest {
  readonly roots: Int32Array;
  readonly feature: Int32Array;
  readonly threshold: Float32Array;
  /** Two entries per node: where to go left and right. */
  readonly children: Int32Array;
  /** 1 where a missing value goes left, else 0. */
  readonly missingLeft: Uint8Array;
  readonly value: Float64Array;
}

/**
 * Lays the trees end to end in typed arrays.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const leaf = { feature: [-1], threshold: [0], left: [0], right: [0], value: [3] };
 * assert.deepEqual([...compileForest([leaf, leaf]).roots], [0, 1]);
 * ```
 */
export function compileForest(trees: readonly Tree[]): CompiledForest {
  const roots = new Int32Array(trees.length);
  let nodes = 0;
  trees.forEach((tree, t) => {
    roots[t] = nodes;
    nodes += tree.feature.length;
  });
  const forest: CompiledForest = {
    roots,
    feature: new Int32Array(nodes),
    threshold: new Float32Array(nodes),
    children: new Int32Array(2 * nodes),
    missingLeft: new Uint8Array(nodes),
    value: new Float64Array(nodes),
  };
  trees.forEach((tree, t) => {
    const root = roots[t];
    forest.feature.set(tree.feature, root);
    forest.threshold.set(tree.threshold, root);
    forest.missingLeft.set(tree.missingLeft ?? [], root);
    forest.value.set(tree.value, root);
    tree.left.forEach((node, i) => forest.children[2 * (root + i)] = root + node);
    tree.right.forEach((node, i) => forest.children[2 * (root + i) + 1] = root + node);
  });
  return forest;
}

/**
 * The mean over the trees of the value of the leaf a row ends in, one per row.
 *
 * @param x Rows without missing values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const leaf = { feature: [-1], threshold: [0], left: [0], right: [0], value: [3] };
 * assert.deepEqual([...meanLeafValues(compileForest([leaf]), matrix(["kwh"], [1]))], [3]);
 * ```
 */
export function meanLeafValues(forest: CompiledForest, x: Matrix): Float64Array {
  const { roots, feature, threshold, children, value } = forest;
  const width = x.columns.length;
  const means = new Float64Array(x.rows);
  for (let start = 0; start < x.rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, x.rows);
    for (const root of roots) {
      for (let row = start; row < end; row++) {
        const base = row * width;
        let node = root;
        let column = feature[node];
        while (column >= 0) {
          node = children[2 * node + (x.values[base + column] <= threshold[node] ? 0 : 1)];
          column = feature[node];
        }
        means[row] += value[node];
      }
    }
  }
  return means.map((total) => total / roots.length);
}
