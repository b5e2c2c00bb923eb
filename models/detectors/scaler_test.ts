import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { fitScaler, scale } from "./scaler.ts";

Deno.test("fitScaler() takes mean and population standard deviation of the values present", () => {
  const x = matrix(["a", "b"], [2, NaN, 4, -1, 4, 1, 4, NaN, 5, NaN, 5, NaN, 7, NaN, 9, NaN]);
  assert.deepEqual(fitScaler(x, 10), { center: [5, 0], inverse: [0.5, 1], clip: 10 });
});

Deno.test("fitScaler() leaves a column that does not vary in its unit and drops one without values", () => {
  const x = matrix(["constant", "empty", "once"], [0.1, NaN, 3, 0.1, NaN, NaN, 0.1, NaN, NaN]);
  assert.deepEqual(fitScaler(x, 10), {
    center: [Math.fround(0.1), 0, 3],
    inverse: [1, 0, 1],
    clip: 10,
  });
});

Deno.test("fitScaler() stays finite for values near the float32 limit", () => {
  const { inverse } = fitScaler(matrix(["a"], [3e38, -3e38]), 10);
  assert.equal(inverse[0], 1 / Math.fround(3e38));
});

Deno.test("scale() centres, stretches and clips, and puts missing values at 0", () => {
  const scaler = { center: [5, 0], inverse: [0.5, 0], clip: 3 };
  const x = matrix(["a", "b"], [7, 1e30, 1, NaN, NaN, 0, 1e30, -1, -1e30, 4, Infinity, 0]);
  assert.deepEqual(
    [...scale(x, scaler)].map((v) => v + 0),
    [
      [1, 0],
      [-2, 0],
      [0, 0],
      [3, 0],
      [-3, 0],
      [3, 0],
    ].flat(),
  );
});

Deno.test("scale() brings the rows it was fitted on to mean 0 and standard deviation 1", () => {
  const x = matrix(["a"], [1, 5, 2, 8, 9, 3]);
  const z = scale(x, fitScaler(x, 10));
  const mean = z.reduce((total, value) => total + value, 0) / 6;
  const variance = z.reduce((total, value) => total + value ** 2, 0) / 6;
  assert.ok(Math.abs(mean) < 1e-12 && Math.abs(variance - 1) < 1e-12);
});
