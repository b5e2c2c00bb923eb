import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { compileForest, type Tree } from "./forest.ts";
import { growIsolationTree } from "./isolation_tree.ts";
import { MASK_ROWS } from "./leaf_mask_code.ts";
import { addMaskedLeaves, layLeafMasks } from "./leaf_masks.ts";

const columns = ["a", "b", "c"];
const stump: Tree = {
  feature: [1, -1, -1],
  threshold: [0.5, 0, 0],
  left: [1, 0, 0],
  right: [2, 0, 0],
  value: [0, 1, 4],
};

/** The leaf of one row, found as the arrays of a tree say; a missing value goes right. */
function leafValue(tree: Tree, row: Float32Array): number {
  let node = 0;
  while (tree.feature[node] >= 0) {
    const goesLeft = row[tree.feature[node]] <= tree.threshold[node];
    node = goesLeft ? tree.left[node] : tree.right[node];
  }
  return tree.value[node];
}

Deno.test("addMaskedLeaves() adds the leaf of every tree for every row, in their order", () => {
  const draw = random(9);
  const value = () => draw() < 0.02 ? NaN : draw() < 0.1 ? Math.floor(4 * draw()) : 4 * draw() ** 5;
  const trees = Array.from({ length: 30 }, (_, t) => {
    const size = [256, 100, 3, 1][t % 4];
    const rows = matrix(columns, Float32Array.from({ length: 3 * size }, () => 4 * draw() ** 5));
    return growIsolationTree(rows, draw);
  });
  const values = Float32Array.from({ length: 3 * (MASK_ROWS + 1) }, value);
  const masks = layLeafMasks(compileForest(trees));
  assert.ok(masks);
  for (const first of [0, 3]) {
    const sums = new Float64Array(MASK_ROWS).fill(0.25);
    addMaskedLeaves(sums, masks, values, first, columns.length);
    sums.forEach((sum, i) => {
      const row = values.subarray(first + 3 * i, first + 3 * i + 3);
      assert.equal(sum, trees.reduce((total, tree) => total + leafValue(tree, row), 0.25));
    });
  }
});

Deno.test("addMaskedLeaves() goes left at the threshold and right just above it", () => {
  const masks = layLeafMasks(compileForest([stump]));
  assert.ok(masks);
  const values = new Float32Array(2 * MASK_ROWS);
  values.set([9, 0.5, 9, 0.5 + 2 ** -24, 9, Infinity, 9, -Infinity, 9, NaN]);
  const sums = new Float64Array(MASK_ROWS);
  addMaskedLeaves(sums, masks, values, 0, 2);
  assert.deepEqual([...sums.subarray(0, 6)], [1, 4, 4, 1, 4, 1]);
});

Deno.test("layLeafMasks() declines trees deeper than 8 and missing values that go left", () => {
  const chain = (depth: number): Tree => {
    const nodes = Array.from({ length: 2 * depth + 1 }, (_, node) => node);
    const inner = (node: number) => node % 2 === 0 && node < 2 * depth;
    return {
      feature: nodes.map((node) => inner(node) ? 0 : -1),
      threshold: nodes.map((node) => node),
      left: nodes.map((node) => inner(node) ? node + 1 : 0),
      right: nodes.map((node) => inner(node) ? node + 2 : 0),
      value: nodes,
    };
  };
  assert.ok(layLeafMasks(compileForest([chain(8)])));
  assert.equal(layLeafMasks(compileForest([chain(8), chain(9)])), undefined);
  assert.equal(layLeafMasks(compileForest([{ ...stump, missingLeft: [1, 0, 0] }])), undefined);
});
