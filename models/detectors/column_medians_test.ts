import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { columnMedians } from "./column_medians.ts";

const ROWS = 20_000;

/** The definition: the middle of the sorted values, or the mean of the two in the middle. */
function medianOf(values: Float32Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

Deno.test("columnMedians() skips what is missing and halves the two in the middle", () => {
  const x = matrix(["a", "b", "c"], [9, NaN, 1, 1, NaN, NaN, NaN, NaN, 3, 4, NaN, NaN]);
  assert.deepEqual(columnMedians(x), [4, 0, 2]);
});

Deno.test("columnMedians() of many rows is the middle of each sorted column", () => {
  const draw = random(3);
  const kinds: readonly ((row: number) => number)[] = [
    () => draw(),
    () => draw() + 1000,
    () => Math.floor(3 * draw()),
    () => draw() < 0.3 ? NaN : draw() ** 9,
    () => -0,
    () => NaN,
    (row) => row === 77 ? 5 : NaN,
    (row) => row % 2,
    // Rows spread evenly see nothing but ones here, though most are zeros.
    (row) => row % 4 === 0 ? 1 : 0,
    (row) => row,
  ];
  for (const rows of [ROWS, ROWS + 1]) {
    const columns = kinds.map((kind) => Float32Array.from({ length: rows }, (_, i) => kind(i)));
    const values = Array.from({ length: rows }, (_, i) => columns.map((column) => column[i]));
    const expected = columns.map((column, i) => i === 5 ? 0 : medianOf(column) + 0);
    assert.deepEqual(columnMedians(matrix(kinds.map((_, i) => `c${i}`), values.flat())), expected);
  }
});
