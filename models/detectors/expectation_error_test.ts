import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { expectationErrors, presence } from "./expectation_error.ts";

Deno.test("presence() leaves out missing values and columns without any in the fit", () => {
  const scaler = { center: [0, 0, 0], inverse: [1, 0, 2], clip: 10 };
  const x = matrix(["a", "b", "c"], [1, 1, NaN, NaN, NaN, 0]);
  assert.deepEqual([...presence(x, scaler)], [1, 0, 0, 0, 0, 1]);
});

Deno.test("expectationErrors() is the root of the weighted mean of squares", () => {
  const errors = expectationErrors(
    Float64Array.of(1, 1, 0, 5),
    Float64Array.of(3, 0, 0, 1),
    Float32Array.of(1, 1, 1, 1),
    [1, 3],
  );
  // √((1·4 + 3·1) / 4) and √((1·0 + 3·16) / 4).
  assert.deepEqual([...errors], [Math.sqrt(7 / 4), Math.sqrt(12)]);
});

Deno.test("expectationErrors() counts what is present, and 0 where nothing is", () => {
  const errors = expectationErrors(
    Float64Array.of(9, 1, 9, 9),
    Float64Array.of(0, 3, 0, 0),
    Float32Array.of(0, 1, 0, 0),
    [1, 3],
  );
  assert.deepEqual([...errors], [2, 0]);
});
