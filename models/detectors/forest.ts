/** Trees as flat arrays, and a forest laid out to be walked fast. */

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
  const forest: CompiledForest = {
    roots: new Int32Array(trees.length),
    depths: new Int32Array(trees.length),
    place: new Int32Array(nodes),
    threshold: new Float32Array(nodes).fill(Infinity),
    left: Int32Array.from({ length: nodes }, (_, node) => node),
    value: new Float64Array(nodes),
  };
  let at = 0;
  trees.forEach((tree, t) => {
    forest.roots[t] = at;
    let level = [0];
    let next = at + 1;
    for (let depth = 0; level.length > 0; depth++) {
      forest.depths[t] = depth;
      const below: number[] = [];
      for (const node of level) {
        if (tree.feature[node] < 0) {
          forest.value[at] = tree.value[node];
        } else {
          forest.place[at] = 2 * tree.feature[node] + (tree.missingLeft?.[node] ?? 0);
          forest.threshold[at] = tree.threshold[node];
          forest.left[at] = next;
          next += 2;
          below.push(tree.left[node], tree.right[node]);
        }
        at++;
      }
      level = below;
    }
  });
  return forest;
}
