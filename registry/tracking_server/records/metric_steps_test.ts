import assert from "node:assert/strict";
import { sampledSteps } from "./metric_steps.ts";

const twenty = Array.from({ length: 20 }, (_, i) => i);

Deno.test("sampledSteps() takes all of a few steps, within the range alone", () => {
  assert.deepEqual(sampledSteps(twenty, { first: 3, last: 6 }, 5, [0, 19]), [3, 4, 5, 6]);
  assert.deepEqual(sampledSteps([], { first: 0, last: 9 }, 5, []), []);
});

// The steps that MLflow's own test of two runs, of 10 and 20 steps, awaits.
Deno.test("sampledSteps() spreads many steps and keeps the ends of each run", () => {
  const range = { first: 0, last: 19 };
  assert.deepEqual(sampledSteps(twenty, range, 5, [0, 9, 0, 19]), [0, 4, 8, 9, 12, 16, 19]);
});

Deno.test("sampledSteps() keeps the order of steps beyond 2^53", () => {
  const huge = 2n ** 60n;
  const steps = [-1, 5, huge, huge + 1n];
  assert.deepEqual(sampledSteps(steps, { first: 0, last: huge + 1n }, 9, []), [
    5,
    huge,
    huge + 1n,
  ]);
});
