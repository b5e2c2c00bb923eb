import assert from "node:assert/strict";
import { fallingThreshold } from "./falling_threshold.ts";

Deno.test("fallingThreshold() takes every row once, tied ones together", () => {
  const steps = [...fallingThreshold(Float32Array.of(0, 3, -1, 3, 0, 7))];
  assert.deepEqual(steps, [
    { value: 7, rows: [5] },
    { value: 3, rows: [1, 3] },
    { value: 0, rows: [0, 4] },
    { value: -1, rows: [2] },
  ]);
});

Deno.test("fallingThreshold() of no scores has no step", () => {
  assert.deepEqual([...fallingThreshold(new Float64Array())], []);
});
