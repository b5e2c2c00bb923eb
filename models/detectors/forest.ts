/** Trees as flat arrays, and a forest laid out to be walked fast. */

import { layLeafMasks, type LeafMasks } from "./leaf_masks.ts";

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

/** All trees of a forest end to end, each breadth first, so that siblings are neighbours. */
export interface CompiledForest {
  /** Where each tree begins. */
  readonly roots: Int32Array;
  /** How many steps it is from the root of each tree to its farthest leaf. */
  readonly depths: Int32Array;
  /**
   * What is tested at the node: twice the column, plus one where a missing value goes left; 0 at a
   * leaf.
   */
  readonly place: Int32Array;
  /** `x > threshold` goes right; infinite at a leaf, which nothing is above. */
  readonly threshold: Float32Array;
  /** The left child, and the right child is the next node; a leaf leads to itself. */
  readonly left: Int32Array;
  /** At a leaf what a row that ends there is given. */
  readonly value: Float64Array;
  /** The layout for many rows at once, made when it is first asked for, where the forest fits it. */
  readonly masks: () => LeafMasks | undefined;
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
  const nodes = trees.reduce((total, { feature }) => total + feature.length, 0);
  let masks: { readonly laid: LeafMasks | undefined } | undefined;
  const forest: CompiledForest = {
    roots: new Int32Array(trees.length),
    depths: new Int32Array(trees.length),
    place: new Int32Array(nodes),
    threshold: new Float32Array(nodes).fill(Infinity),
    left: new Int32Array(nodes),
    value: new Float64Array(nodes),
    masks: () => (masks ??= { laid: layLeafMasks(forest) }).laid,
  };
  let root = 0;
  trees.forEach((tree, t) => {
    forest.roots[t] = root;
    forest.depths[t] = layTree(forest, tree, root);
    root += tree.feature.length;
  });
  return forest;
}

/** Writes a tree from node `root` on, breadth first; returns how deep it is. */
function layTree(forest: CompiledForest, tree: Tree, root: number): number {
  const queue = new Int32Array(tree.feature.length);
  let queued = 1;
  let depth = 0;
  for (let at = 0, levelEnd = 1; at < queued; at++) {
    if (at === levelEnd) {
      depth++;
      levelEnd = queued;
    }
    const node = queue[at];
    const to = root + at;
    forest.left[to] = to;
    if (tree.feature[node] < 0) {
      forest.value[to] = tree.value[node];
      continue;
    }
    forest.place[to] = 2 * tree.feature[node] + (tree.missingLeft?.[node] ?? 0);
    forest.threshold[to] = tree.threshold[node];
    forest.left[to] = root + queued;
    queue[queued++] = tree.left[node];
    queue[queued++] = tree.right[node];
  }
  return depth;
}
