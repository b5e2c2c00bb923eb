import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { windowShapes } from "./window_shape.ts";

const columns = ["a", "b", "c", "d"];

function shapeOf(values: readonly number[]): number[] {
  // Adding 0 turns -0 into 0.
  return Array.from(windowShapes(matrix(columns, values)), (value) => value + 0);
}

Deno.test("windowShapes() takes each window from its mean in its own standard deviations", () => {
  // Mean 5 and standard deviation 2; mean 0 and standard deviation 10.
  assert.deepEqual(shapeOf([3, 3, 7, 7, -10, 10, 10, -10]), [-1, -1, 1, 1, -1, 1, 1, -1]);
});

Deno.test("windowShapes() are the same whatever the level and size of a window", () => {
  const shape = shapeOf([1, 2, 4, 9]);
  for (const [factor, level] of [[1024, 0], [2 ** -100, 0], [1, 64]]) {
    const moved = shapeOf([1, 2, 4, 9].map((value) => factor * value + level));
    moved.forEach((value, j) => assert.ok(Math.abs(value - shape[j]) < 1e-12));
  }
});

Deno.test("windowShapes() passes over missing values and makes them 0", () => {
  assert.deepEqual(shapeOf([NaN, 3, NaN, 7]), [0, -1, 0, 1]);
  assert.deepEqual(shapeOf([NaN, NaN, NaN, NaN]), [0, 0, 0, 0]);
});

Deno.test("windowShapes() takes equal values for flat and the least difference for a shape", () => {
  assert.deepEqual(shapeOf([0.1, 0.1, 0.1, NaN]), [0, 0, 0, 0]);
  assert.deepEqual(shapeOf([NaN, 7, NaN, NaN]), [0, 0, 0, 0]);
  // One unit in the last place of a float32 apart, two of each.
  assert.deepEqual(shapeOf([1, 1 + 2 ** -23, 1, 1 + 2 ** -23]), [-1, 1, -1, 1]);
});
