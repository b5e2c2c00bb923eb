import assert from "node:assert/strict";
import { compileForest } from "./forest.ts";

const stump = {
  feature: [1, -1, -1],
  threshold: [0.5, 0, 0],
  left: [1, 0, 0],
  right: [2, 0, 0],
  value: [0, 1, 4],
};
/** Depth first, as trees grow: the left side of the root is two levels deep. */
const deeper = {
  feature: [0, 1, -1, -1, -1],
  threshold: [2, 1, 0, 0, 0],
  missingLeft: [0, 1, 0, 0, 0],
  left: [1, 2, 0, 0, 0],
  right: [4, 3, 0, 0, 0],
  value: [0, 0, 2, 3, 1],
};

Deno.test("compileForest() lays trees end to end, each breadth first", () => {
  const forest = compileForest([stump, deeper]);
  assert.deepEqual([...forest.roots], [0, 3]);
  assert.deepEqual([...forest.depths], [1, 2]);
  assert.deepEqual([...forest.left], [1, 1, 2, 4, 6, 5, 6, 7]);
  assert.deepEqual([...forest.value], [0, 1, 4, 0, 0, 1, 2, 3]);
});

Deno.test("compileForest() writes column and way of missing values, and leaves that hold for good", () => {
  const { place, threshold } = compileForest([stump, deeper]);
  assert.deepEqual([...place], [2, 0, 0, 0, 3, 0, 0, 0]);
  assert.deepEqual(
    [...threshold].map((value, node) => value < Infinity ? [node, value] : []).flat(),
    [
      ...[0, 0.5],
      ...[3, 2],
      ...[4, 1],
    ],
  );
});

Deno.test("compileForest() of a bare leaf takes no step", () => {
  const leaf = { feature: [-1], threshold: [0], left: [0], right: [0], value: [3] };
  const forest = compileForest([leaf]);
  assert.deepEqual([[...forest.depths], [...forest.left], [...forest.value]], [[0], [0], [3]]);
});
