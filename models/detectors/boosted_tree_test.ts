import assert from "node:assert/strict";
import { type Matrix, matrix } from "../matrix.ts";
import { treeGrower, type TreeRules } from "./boosted_tree.ts";
import { featureBins } from "./feature_bins.ts";
import { gradientUnits } from "./log_loss.ts";
import { LARGEST } from "./scoring_rows.ts";

/** Grows from first derivatives given by hand; every second derivative is ¼. */
function grow(
  x: Matrix,
  first: readonly number[],
  rules: Partial<TreeRules>,
  { others = [], features }: { others?: number[]; features?: number[] } = {},
) {
  const units = gradientUnits(x.rows);
  const gradients = Float64Array.from(
    first.flatMap((value) => [value * units.first, units.second / 4 + units.row]),
  );
  const odds = new Float64Array(x.rows).fill(1);
  const bins = featureBins(x, 1);
  const sample = {
    rows: Uint32Array.from(first.keys()).filter((row) => !others.includes(row)),
    otherRows: Uint32Array.from(others),
    features: Uint32Array.from(features ?? bins.columns.keys()),
  };
  const given = { units, leaves: 31, leafRows: 1, l2: 0, learningRate: 1, ...rules };
  const tree = treeGrower(bins, given)(gradients, sample, odds);
  // The raw scores to 12 decimals; adding 0 turns -0 into 0.
  return { tree, raw: Array.from(odds, (odds) => Math.round(-Math.log(odds) * 1e12) / 1e12 + 0) };
}

Deno.test("treeGrower() splits the leaf that gains most first", () => {
  const x = matrix(["a"], [1, 2, 3, 4]);
  // The sides of the first split: the right one gains more than the left one.
  const first = [0.5, 0.25, -0.5, -1];
  const three = grow(x, first, { leaves: 3 });
  assert.deepEqual(three.tree.threshold, [2.5, 0, 3.5, 0, 0]);
  assert.deepEqual(three.tree.left, [1, 0, 3, 0, 0]);
  assert.deepEqual(three.tree.right, [2, 0, 4, 0, 0]);
  assert.deepEqual(three.raw, [-1.5, -1.5, 2, 4]);
  assert.deepEqual(grow(x, first, { leaves: 4 }).raw, [-2, -1, 2, 4]);
});

Deno.test("treeGrower() values a node −G / (H + l2) · learningRate", () => {
  const x = matrix(["a"], [1, 2, 3, 4]);
  const { tree } = grow(x, [0.5, 0.5, -0.5, -1], { leaves: 2, l2: 0.5, learningRate: 0.1 });
  assert.deepEqual(
    tree.value.map((value) => Math.round(value * 1e12) / 1e12),
    [Math.round(0.5 / 1.5 * 1e11) / 1e12, -0.1, 0.15],
  );
});

Deno.test("treeGrower() tests columns of the matrix, not only those that vary", () => {
  const x = matrix(["same", "a"], [7, 1, 7, 2]);
  assert.deepEqual(grow(x, [1, -1], {}).tree.feature, [1, -1, -1]);
});

Deno.test("treeGrower() parts missing values from all others by the largest float32", () => {
  const { tree, raw } = grow(matrix(["a"], [1, NaN, 2]), [1, -1, 1], {});
  assert.deepEqual(tree.threshold, [LARGEST, 0, 0]);
  assert.deepEqual(tree.missingLeft, [0, 0, 0]);
  assert.deepEqual(raw, [-4, 4, -4]);
});

Deno.test("treeGrower() gives rows it does not learn from the values of their leaves", () => {
  const x = matrix(["a"], [1, 2, 3, 4, NaN]);
  const { tree, raw } = grow(x, [1, 9, 9, -1, 9], {}, { others: [1, 2, 4] });
  assert.deepEqual(tree.value, [0, -4, 4]);
  // The cut of all rows that parts 1 and 4 is the highest: 3.5.
  assert.deepEqual(raw, [-4, -4, -4, 4, -4]);
});

Deno.test("treeGrower() splits by the features it is given", () => {
  const x = matrix(["same", "a", "b"], [0, 1, 1, 0, 2, 2, 0, 3, 2]);
  const first = [1, -1, -1];
  assert.deepEqual(grow(x, first, {}).tree.feature, [1, -1, -1]);
  assert.deepEqual(grow(x, first, {}, { features: [1] }).tree.feature, [2, -1, -1]);
});

Deno.test("treeGrower() leaves a bare root where nothing can be split", () => {
  const bare = {
    feature: [-1],
    threshold: [0],
    missingLeft: [0],
    left: [0],
    right: [0],
  };
  const same = grow(matrix(["a"], [5, 5]), [1, 0], {});
  assert.deepEqual(same, { tree: { ...bare, value: [-2] }, raw: [-2, -2] });
  const few = grow(matrix(["a"], [1, 2]), [1, 0], { leafRows: 2 });
  assert.deepEqual(few, { tree: { ...bare, value: [-2] }, raw: [-2, -2] });
});

Deno.test("treeGrower() gives no value to rows that are all but certain", () => {
  const units = gradientUnits(2);
  const bins = featureBins(matrix(["a"], [1, 2]), 1);
  const grown = treeGrower(bins, { units, leaves: 2, leafRows: 1, l2: 0, learningRate: 1 });
  const sample = {
    rows: Uint32Array.of(0, 1),
    otherRows: Uint32Array.of(),
    features: Uint32Array.of(0),
  };
  const gradients = Float64Array.of(1, units.row, -1, units.row);
  assert.deepEqual(grown(gradients, sample, Float64Array.of(0, 1)).value, [0]);
});

Deno.test("treeGrower() keeps enough rows in every leaf, however deep", () => {
  const rows = 400;
  const x = matrix(["a"], Float32Array.from({ length: rows }, (_, i) => i * 37 % rows));
  const first = Array.from(x.values, (value) => Math.round(Math.sin(value ** 2) * 64) / 64);
  const { raw } = grow(x, first, { leafRows: 15 });
  const sizes = new Map<number, number>();
  for (const value of raw) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  assert.ok(sizes.size > 8 && Math.min(...sizes.values()) >= 15);
});
