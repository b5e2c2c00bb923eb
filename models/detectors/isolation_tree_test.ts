import assert from "node:assert/strict";
import { type Matrix, matrix } from "../matrix.ts";
import { random } from "../random.ts";
import type { Tree } from "./forest.ts";
import reference from "./isolation_forest_reference.json" with { type: "json" };
import { averagePathLength, growIsolationTree } from "./isolation_tree.ts";

function uniformRows(rows: number, columns: readonly string[], seed: number): Matrix {
  const draw = random(seed);
  return matrix(columns, Float32Array.from({ length: rows * columns.length }, draw));
}

/** The leaf each row ends in, and its depth. */
function leaves(tree: Tree, x: Matrix): { node: number; depth: number }[] {
  return Array.from({ length: x.rows }, (_, row) => {
    let node = 0;
    let depth = 0;
    for (; tree.feature[node] >= 0; depth++) {
      const value = x.values[row * x.columns.length + tree.feature[node]];
      node = value <= tree.threshold[node] ? tree.left[node] : tree.right[node];
    }
    return { node, depth };
  });
}

Deno.test("averagePathLength() is scikit-learn's", () => {
  for (const [count, length] of Object.entries(reference.averagePathLength)) {
    assert.ok(Math.abs(averagePathLength(Number(count)) - length) < 1e-12, `c(${count})`);
  }
});

Deno.test("averagePathLength() rises with the number of rows", () => {
  for (let count = 1; count < 300; count++) {
    assert.ok(averagePathLength(count + 1) > averagePathLength(count));
  }
});

Deno.test("growIsolationTree() writes depth + c(rows) in every leaf", () => {
  const x = uniformRows(200, ["a", "b", "c"], 5);
  const tree = growIsolationTree(x, random(1));
  const ends = leaves(tree, x);
  const rowsIn = new Map<number, number>();
  for (const { node } of ends) rowsIn.set(node, (rowsIn.get(node) ?? 0) + 1);
  assert.equal(rowsIn.size, tree.feature.filter((feature) => feature < 0).length);
  for (const { node, depth } of ends) {
    assert.equal(tree.value[node], depth + averagePathLength(rowsIn.get(node) ?? 0));
    assert.ok(depth <= 8, "the depth limit is the ceiling of log2(200)");
  }
});

Deno.test("growIsolationTree() cuts at float32 values", () => {
  const tree = growIsolationTree(uniformRows(256, ["a", "b"], 6), random(2));
  assert.ok(tree.threshold.every((threshold) => Math.fround(threshold) === threshold));
});

Deno.test("growIsolationTree() sets an outlier apart at the root as often as the gap is wide", () => {
  const x = matrix(["a"], [0, 0.25, 0.5, 0.75, 1, 10]);
  let alone = 0;
  for (let seed = 0; seed < 2000; seed++) {
    if (leaves(growIsolationTree(x, random(seed)), x)[5].depth === 1) alone++;
  }
  // A uniform cut in [0, 10) falls above 1 with probability 0.9: five standard errors around it.
  assert.ok(Math.abs(alone / 2000 - 0.9) < 5 * Math.sqrt(0.9 * 0.1 / 2000), `${alone} of 2000`);
});

Deno.test("growIsolationTree() never cuts a column that does not vary", () => {
  const values = Float32Array.from({ length: 300 }, (_, i) => i % 3 === 1 ? i : 4);
  const tree = growIsolationTree(matrix(["a", "b", "c"], values), random(3));
  assert.deepEqual(new Set(tree.feature), new Set([1, -1]));
});

Deno.test("growIsolationTree() makes one leaf of rows that are all equal", () => {
  const leaf = { feature: [-1], threshold: [0], left: [0], right: [0] };
  const equal = growIsolationTree(matrix(["a"], [3, 3, 3, 3, 3]), random(1));
  assert.deepEqual(equal, { ...leaf, value: [averagePathLength(5)] });
  assert.deepEqual(growIsolationTree(matrix(["a"], [3]), random(1)), { ...leaf, value: [0] });
});

Deno.test("growIsolationTree() parts neighbouring float32 values", () => {
  const next = 1 + 2 ** -23;
  for (const cut of [0, 0.4, 0.6, 0.999]) {
    const tree = growIsolationTree(matrix(["a"], [1, next]), () => cut);
    assert.equal(tree.threshold[0], 1);
    assert.deepEqual(tree.value, [0, 1, 1]);
  }
});

Deno.test("growIsolationTree() of three rows is ⌈log₂ 3⌉ = 2 deep", () => {
  const tree = growIsolationTree(matrix(["a"], [1, 2, 4]), () => 0.5);
  assert.deepEqual(tree.threshold.filter((_, node) => tree.feature[node] >= 0), [2.5, 1.5]);
  assert.deepEqual(
    tree.value.filter((_, node) => tree.feature[node] < 0).toSorted(),
    [1, 2, 2],
  );
});
