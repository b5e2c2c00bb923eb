import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { networkSamples } from "./network_samples.ts";

const scaler = { center: [0], inverse: [1], clip: 10 };

Deno.test("networkSamples() lets one row in ten validate, and the others train", () => {
  const x = matrix(["kwh"], Float32Array.from({ length: 10_000 }, (_, row) => row));
  const { training, validation } = networkSamples(x, scaler, 7);
  // Four deviations of a share of one tenth.
  assert.ok(Math.abs(validation.length - 1000) < 120, `${validation.length}`);
  const rows = [...training, ...validation].sort((a, b) => a - b);
  assert.deepEqual(rows, [...x.values]);
  assert.notDeepEqual(networkSamples(x, scaler, 8).validation, validation);
});

Deno.test("networkSamples() keeps equal rows on one side", () => {
  const x = matrix(["kwh"], Float32Array.from({ length: 3000 }, (_, row) => row % 100));
  const { training, validation } = networkSamples(x, scaler, 7);
  const learnt = new Set(Array.from(training, (row) => row % 100));
  assert.ok(Array.from(validation, (row) => row % 100).every((value) => !learnt.has(value)));
  assert.equal(validation.length % 30, 0);
});

Deno.test("networkSamples() scales, and marks what is missing", () => {
  const x = matrix(["a", "b"], [3, NaN, 99, 5]);
  const samples = networkSamples(x, { center: [1, 4], inverse: [0.5, 1], clip: 10 }, 7);
  assert.equal(samples.width, 2);
  assert.deepEqual([...samples.values], [1, 0, 10, 1]);
  assert.deepEqual([...samples.present], [1, 0, 1, 1]);
});

Deno.test("networkSamples() takes equal rows for both sides, as there is nothing to divide", () => {
  const { training, validation } = networkSamples(matrix(["kwh"], [2, 2, 2]), scaler, 7);
  assert.deepEqual([...training], [0, 1, 2]);
  assert.deepEqual([...validation], [0, 1, 2]);
});
