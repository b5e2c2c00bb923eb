import assert from "node:assert/strict";
import { random } from "../random.ts";
import { BLOCK, gaussianBlock } from "./gaussian_block.ts";

const GAMMA = 0.3;

function points(rows: number, width: number, seed: number): Float64Array {
  const draw = random(seed);
  return Float64Array.from({ length: rows * width }, () => 4 * draw() - 2);
}

/** The formula, written out. */
function kernel(x: Float64Array, z: Float64Array): number {
  return Math.exp(-GAMMA * x.reduce((sum, value, j) => sum + (value - z[j]) ** 2, 0));
}

Deno.test("gaussianBlock() computes the formula for any number of columns", () => {
  for (let width = 1; width <= 9; width++) {
    const fixed = points(20, width, width);
    const given = points(2, width, 100);
    const block = gaussianBlock(fixed, width, GAMMA);
    const places = Int32Array.from({ length: 20 }, (_, i) => 19 - i);
    block.fill(given, 1, places, 3, 10);
    for (let i = 0; i < 10; i++) {
      const other = fixed.subarray(places[3 + i] * width, (places[3 + i] + 1) * width);
      const expected = kernel(given.subarray(width), other);
      assert.ok(Math.abs(block.values[i] - expected) < 1e-14, `${width} columns, point ${i}`);
    }
  }
});

Deno.test("gaussianBlock() gives a pair one kernel whichever of the two is the fixed one", () => {
  const rows = 30;
  const fixed = points(rows, 5, 1);
  const block = gaussianBlock(fixed, 5, GAMMA);
  const places = Int32Array.from({ length: rows }, (_, i) => i);
  const matrix = places.reduce<number[][]>((all, row) => {
    block.fill(fixed, row, places, 0, rows);
    return [...all, [...block.values.subarray(0, rows)]];
  }, []);
  matrix.forEach((row, i) => {
    assert.equal(row[i], 1);
    row.forEach((value, j) => assert.equal(value, matrix[j][i]));
  });
});

Deno.test("gaussianBlock() takes as many places as a block holds", () => {
  const block = gaussianBlock(Float64Array.of(0, 1), 1, Math.LN2);
  block.fill(Float64Array.of(0), 0, Int32Array.from({ length: BLOCK }, (_, i) => i % 2), 0, BLOCK);
  assert.deepEqual([...block.values], Array.from({ length: BLOCK }, (_, i) => i % 2 ? 0.5 : 1));
});
