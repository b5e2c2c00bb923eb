import assert from "node:assert/strict";
import { replaceRows } from "./replace_rows.ts";

const SERIES = { ts: Float64Array.of(0, 1, 2, 3), kwh: Float64Array.of(5, NaN, 7, 8) };

Deno.test("replaceRows() leaves missing readings and refused rows alone, unlabelled", () => {
  const { kwh, label } = replaceRows(SERIES, { from: 0, to: 4 }, (row) => row === 2 ? NaN : row);
  assert.deepEqual([...kwh], [0, NaN, 7, 3]);
  assert.deepEqual([...label], [1, 0, 0, 1]);
});

Deno.test("replaceRows() does not touch its input", () => {
  const before = SERIES.kwh.slice();
  replaceRows(SERIES, { from: 0, to: 4 }, () => 1);
  assert.deepEqual(SERIES.kwh, before);
});

Deno.test("replaceRows() refuses an empty window and one outside the series", () => {
  assert.throws(() => replaceRows(SERIES, { from: 2, to: 2 }, () => 1), {
    name: "RangeError",
    message: "Cannot put a fault into rows 2 to 2 of a series of 4",
  });
  assert.throws(() => replaceRows(SERIES, { from: -1, to: 2 }, () => 1), RangeError);
  assert.throws(() => replaceRows(SERIES, { from: 3, to: 5 }, () => 1), RangeError);
});
