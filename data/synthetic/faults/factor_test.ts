import assert from "node:assert/strict";
import { drawFactor } from "./factor.ts";

const LOAD = { median: 4, scale: 2, night: [], dayOverNight: 0 };

/** A source that gives the listed numbers in turn. */
function numbers(...values: number[]): () => number {
  return () => values.shift() ?? NaN;
}

Deno.test("drawFactor() moves the median by the drawn number of scales", () => {
  // 4 × 1.375 = 4 + 0.75 × 2.
  assert.equal(drawFactor(LOAD, 0.75, 1.5, numbers(0, 0.5)), 1.375);
  assert.equal(drawFactor(LOAD, 0.75, 1.75, numbers(0.5, 0.5)), 1.625);
});

Deno.test("drawFactor() inverts the factor for the lower half of the second draw", () => {
  assert.equal(drawFactor(LOAD, 2, 2, numbers(0, 0.49)), 0.5);
});

Deno.test("drawFactor() counts a scale as no more than the median", () => {
  assert.equal(drawFactor({ ...LOAD, scale: 40 }, 1.5, 1.5, numbers(0, 0.5)), 2.5);
  assert.equal(drawFactor({ ...LOAD, median: 0 }, 1.5, 1.5, numbers(0, 0.5)), 2.5);
});
