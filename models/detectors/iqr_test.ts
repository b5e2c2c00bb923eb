import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { fromIqrState, iqr } from "./iqr.ts";

Deno.test("iqr() puts the fences k interquartile ranges outside the quartiles", async () => {
  const x = matrix(["a"], [7, 1, 3, 5, 9, NaN]);
  const state = { kind: "iqr", columns: ["a"], inverse: [0.25] };
  const usual = await iqr().fit(x, { seed: 1 });
  assert.deepEqual(usual.toJSON(), { ...state, lower: [-3], upper: [13] });
  const tight = await iqr({ k: 0 }).fit(x, { seed: 1 });
  assert.deepEqual(tight.toJSON(), { ...state, lower: [3], upper: [7] });
});

Deno.test("iqr() has no say in columns without values", async () => {
  const fitted = await iqr().fit(matrix(["a", "b"], [1, NaN, 1, NaN]), { seed: 1 });
  assert.deepEqual(fitted.toJSON(), {
    kind: "iqr",
    columns: ["a", "b"],
    lower: [1, 0],
    upper: [1, 0],
    inverse: [1, 0],
  });
  assert.deepEqual([...fitted.anomalyScores(matrix(["a", "b"], [1, -99, 4, 1e30]))], [0, 3]);
});

Deno.test("iqr() counts in standard deviations where the middle half is one value", async () => {
  // Mean 1 and standard deviation 4: fifteen zeros and one 16, of squares 15 + 15².
  const fitted = await iqr().fit(matrix(["a"], [...new Float32Array(15), 16]), { seed: 1 });
  const state = { kind: "iqr", columns: ["a"], lower: [0], upper: [0] };
  assert.deepEqual(fitted.toJSON(), { ...state, inverse: [1 / Math.sqrt((15 + 15 ** 2) / 16)] });
});

Deno.test("fromIqrState() adds up the distances outside the fences, missing values none", () => {
  const fitted = fromIqrState({
    kind: "iqr",
    columns: ["a", "b"],
    lower: [0, 10],
    upper: [1, 20],
    inverse: [2, 0.1],
  });
  const x = matrix(["a", "b"], [0, 20, -1, 15, 3, 0, NaN, 40, NaN, NaN]);
  assert.deepEqual([...fitted.anomalyScores(x)], [0, 2, 5, 2, 0]);
});

Deno.test("iqr() reports its columns", () => {
  const fractions: number[] = [];
  iqr().fit(matrix(["a", "b"], [1, 2]), { seed: 1, onProgress: (done) => fractions.push(done) });
  assert.deepEqual(fractions, [0.5, 1]);
});

Deno.test("iqr() refuses fences that are negative or nowhere", () => {
  for (const k of [-1, NaN, Infinity]) {
    assert.throws(() => iqr({ k }), {
      name: "RangeError",
      message: `Cannot place the fences as k must be finite and >= 0: current value is ${k}`,
    });
  }
});
