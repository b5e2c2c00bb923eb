import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { LARGEST, scoringRows } from "./scoring_rows.ts";

Deno.test("LARGEST is the largest finite float32", () => {
  assert.equal(Math.fround(LARGEST), LARGEST);
  // Half a unit in the last place above it is the first number that rounds to infinity.
  assert.equal(Math.fround(LARGEST + 2 ** 103), Infinity);
});

Deno.test("scoringRows() bounds infinite values, keeps missing ones and leaves its input", () => {
  const x = matrix(["a", "b"], [Infinity, NaN, -Infinity, -0, 1e-45, LARGEST]);
  const before = x.values.slice();
  const expected = [LARGEST, NaN, -LARGEST, -0, Math.fround(1e-45), LARGEST];
  assert.deepEqual([...scoringRows(x, ["a", "b"]).values], expected);
  assert.deepEqual(x.values, before);
});

Deno.test("scoringRows() copies nothing where all is finite or missing", () => {
  const x = matrix(["a"], [1, NaN, -LARGEST]);
  assert.equal(scoringRows(x, ["a"]), x);
});

Deno.test("scoringRows() refuses other columns", () => {
  assert.throws(() => scoringRows(matrix(["b"], []), ["a"]), TypeError);
});
