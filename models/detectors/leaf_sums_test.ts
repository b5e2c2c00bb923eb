import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { compileForest, type Tree } from "./forest.ts";
import { leafSums } from "./leaf_sums.ts";

const stump: Tree = {
  feature: [1, -1, -1],
  threshold: [0.5, 0, 0],
  left: [1, 0, 0],
  right: [2, 0, 0],
  value: [0, 1, 4],
};
const deeper: Tree = {
  feature: [0, -1, 1, -1, -1],
  threshold: [Math.fround(0.1), 0, 5, 0, 0],
  missingLeft: [1, 0, 0, 0, 0],
  left: [1, 0, 3, 0, 0],
  right: [2, 0, 4, 0, 0],
  value: [9, 1, 9, 2, 4],
};
const leaf: Tree = { feature: [-1], threshold: [0], left: [0], right: [0], value: [16] };

function sums(trees: readonly Tree[], values: ArrayLike<number>, start = 0): number[] {
  return [...leafSums(compileForest(trees), matrix(["a", "b"], values), start)];
}

/** The leaf of one row, found as the arrays of a tree say. */
function leafValue(tree: Tree, row: ArrayLike<number>): number {
  let node = 0;
  while (tree.feature[node] >= 0) {
    const value = row[tree.feature[node]];
    const goesLeft = Number.isNaN(value)
      ? tree.missingLeft?.[node] === 1
      : value <= tree.threshold[node];
    node = goesLeft ? tree.left[node] : tree.right[node];
  }
  return tree.value[node];
}

Deno.test("leafSums() goes left at the threshold and right just above it", () => {
  assert.deepEqual(sums([stump], [2, 0.5, 2, 0.75, 3, -1]), [1, 4, 1]);
  assert.deepEqual(sums([deeper], [0.1, 9, Math.fround(0.1) + 2 ** -27, 9]), [1, 4]);
});

Deno.test("leafSums() adds the start and a leaf of every tree, however deep each is", () => {
  assert.deepEqual(sums([deeper, leaf, stump], [0, 9, 1, 5, 1, 0], 32), [53, 54, 51]);
});

Deno.test("leafSums() sends a missing value where the node says, and right where it says nothing", () => {
  assert.deepEqual(sums([deeper], [NaN, 0, 1, NaN, NaN, NaN]), [1, 4, 1]);
  assert.deepEqual(sums([stump], [0, NaN]), [4]);
});

Deno.test("leafSums() takes infinite values for what they are", () => {
  assert.deepEqual(sums([stump, deeper], [Infinity, -Infinity, -Infinity, Infinity]), [3, 5]);
});

Deno.test("leafSums() walks each of any number of rows as if it were alone", () => {
  const draw = random(4);
  const right = { ...deeper, missingLeft: undefined };
  // Without missing values that go left, many rows are walked by masks.
  for (const trees of [[stump, deeper, leaf], [stump, right, leaf]]) checkEach(trees, draw);
});

function checkEach(trees: readonly Tree[], draw: () => number): void {
  for (const rows of [1, 7, 8, 9, 64, 65, 200, 2 ** 16 + 515]) {
    const values = Array.from({ length: 2 * rows }, () => draw() < 0.1 ? NaN : 8 * draw() - 1);
    const expected = Array.from({ length: rows }, (_, row) => {
      const given = Float32Array.from(values.slice(2 * row, 2 * row + 2));
      return trees.reduce((total, tree) => total + leafValue(tree, given), 0);
    });
    assert.deepEqual(sums(trees, values), expected);
  }
}

Deno.test("leafSums() of no rows is empty, and of no trees the start", () => {
  assert.deepEqual(sums([stump], []), []);
  assert.deepEqual(sums([], [1, 2], 0.5), [0.5]);
});
