import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { compileForest, meanLeafValues } from "./forest.ts";

const stump = {
  feature: [1, -1, -1],
  threshold: [0.5, 0, 0],
  left: [1, 0, 0],
  right: [2, 0, 0],
  value: [0, 1, 4],
};
const deeper = {
  feature: [0, -1, 1, -1, -1],
  threshold: [2, 0, 1, 0, 0],
  left: [1, 0, 3, 0, 0],
  right: [2, 0, 4, 0, 0],
  value: [0, 1, 0, 2, 3],
};

Deno.test("compileForest() lays trees end to end", () => {
  const forest = compileForest([stump, deeper]);
  assert.deepEqual([...forest.roots], [0, 3]);
  assert.deepEqual([...forest.feature], [1, -1, -1, 0, -1, 1, -1, -1]);
  assert.deepEqual([...forest.children.subarray(6, 8)], [4, 5]);
  assert.deepEqual([...forest.children.subarray(10, 12)], [6, 7]);
});

Deno.test("meanLeafValues() goes left at the threshold and right above it", () => {
  const x = matrix(["a", "b"], [2, 0.5, 2, 0.75, 3, 1, 3, 1.5]);
  assert.deepEqual([...meanLeafValues(compileForest([stump]), x)], [1, 4, 4, 4]);
  assert.deepEqual([...meanLeafValues(compileForest([deeper]), x)], [1, 1, 2, 3]);
  assert.deepEqual([...meanLeafValues(compileForest([stump, deeper]), x)], [1, 2.5, 3, 3.5]);
});

Deno.test("meanLeafValues() of more rows than a block takes each row by itself", () => {
  const values = Float32Array.from({ length: 2 * 1000 }, (_, i) => (i * 37) % 5);
  const expected = Array.from({ length: 1000 }, (_, row) => values[2 * row + 1] <= 0.5 ? 1 : 4);
  const x = matrix(["a", "b"], values);
  assert.deepEqual([...meanLeafValues(compileForest([stump]), x)], expected);
});

Deno.test("meanLeafValues() of no rows is empty", () => {
  assert.equal(meanLeafValues(compileForest([stump]), matrix(["a", "b"], [])).length, 0);
});
