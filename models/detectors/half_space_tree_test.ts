import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { growHalfSpaceTree } from "./half_space_tree.ts";
import { LARGEST } from "./scoring_rows.ts";

const range = { low: 0, high: 8 };

Deno.test("growHalfSpaceTree() halves its work range and counts rows times 2^depth", () => {
  // Around the middle the work range is [-4, 12]: cut at 4, then at 0 and 8.
  const x = matrix(["a"], [0, 1, 8, 3]);
  assert.deepEqual(growHalfSpaceTree(x, [range], { depth: 2, sizeLimit: 0 }, () => 0.5), {
    feature: [0, 0, -1, -1, 0, -1, -1],
    threshold: [4, 0, 0, 0, 8, 0, 0],
    left: [1, 2, 0, 0, 5, 0, 0],
    right: [4, 3, 0, 0, 6, 0, 0],
    value: [0, 0, 1 * 4, 2 * 4, 0, 1 * 4, 0],
  });
});

Deno.test("growHalfSpaceTree() does not cut a node of sizeLimit rows", () => {
  const x = matrix(["a"], [0, 1, 8, 3]);
  assert.deepEqual(growHalfSpaceTree(x, [range], { depth: 2, sizeLimit: 1 }, () => 0.5), {
    feature: [0, 0, -1, -1, -1],
    threshold: [4, 0, 0, 0, 0],
    left: [1, 2, 0, 0, 0],
    right: [4, 3, 0, 0, 0],
    value: [0, 0, 1 * 4, 2 * 4, 1 * 2],
  });
});

Deno.test("growHalfSpaceTree() first cuts at the random place in the range", () => {
  const x = matrix(["a", "b"], [0, 0, 8, 1]);
  const ranges = [range, { low: 5, high: 5 }];
  const limits = { depth: 2, sizeLimit: 0 };
  // The ranges around a quarter reach 1.5 of the range to both sides: from -10 to 14, cut at 2,
  // then left at -4 and right at 8.
  const low = growHalfSpaceTree(x, ranges, limits, () => 0.25);
  assert.deepEqual(low.feature, [0, 0, -1, -1, 0, -1, -1]);
  assert.deepEqual(low.threshold, [2, -4, 0, 0, 8, 0, 0]);
  // A column without reach counts in its own unit: from 4.25 to 7.25, cut at 5.75, then at 5.
  const constant = growHalfSpaceTree(x, ranges, limits, () => 0.75);
  assert.deepEqual(constant.feature, [1, 1, -1, -1, -1]);
  assert.deepEqual(constant.threshold, [5.75, 5, 0, 0, 0]);
});

Deno.test("growHalfSpaceTree() gives every leaf the mass of the rows that end in it", () => {
  const draw = random(3);
  const x = matrix(["a", "b", "c"], Float32Array.from({ length: 600 }, () => draw() ** 2));
  const unit = { low: 0, high: 1 };
  const tree = growHalfSpaceTree(x, [unit, unit, unit], { depth: 8, sizeLimit: 10 }, draw);
  const rows = new Array(tree.feature.length).fill(0);
  const depths = new Array(tree.feature.length).fill(0);
  for (let row = 0; row < x.rows; row++) {
    for (let node = 0, depth = 0;; depth++) {
      rows[node]++;
      depths[node] = depth;
      if (tree.feature[node] < 0) break;
      const value = x.values[3 * row + tree.feature[node]];
      node = value <= tree.threshold[node] ? tree.left[node] : tree.right[node];
    }
  }
  tree.feature.forEach((feature, node) => {
    if (feature < 0) assert.equal(tree.value[node], rows[node] * 2 ** depths[node]);
    else assert.ok(rows[node] > 10, `a node of ${rows[node]} rows is cut`);
  });
});

Deno.test("growHalfSpaceTree() keeps its cuts finite in float32", () => {
  const x = matrix(["a"], [-LARGEST, LARGEST]);
  const ranges = [{ low: -LARGEST, high: LARGEST }];
  const { threshold } = growHalfSpaceTree(x, ranges, { depth: 5, sizeLimit: 0 }, () => 0);
  assert.deepEqual(threshold, threshold.map(Math.fround));
  assert.ok(threshold.every(Number.isFinite), `${threshold}`);
});
