import assert from "node:assert/strict";
import { bootstrapIntervals } from "./bootstrap.ts";

function mean(values: readonly number[]) {
  return { mean: values.reduce((sum, value) => sum + value, 0) / values.length };
}

const hundred = Array.from({ length: 100 }, (_, i) => i);

Deno.test("bootstrapIntervals() of a mean is about 1.96 standard errors to each side", () => {
  const [low, high] = bootstrapIntervals(hundred, mean, { seed: 1 }).mean;
  // The variance of 0 to 99 is (100² − 1) / 12; the ends of 500 draws scatter by about a tenth.
  const half = 1.96 * Math.sqrt((100 ** 2 - 1) / 12 / 100);
  assert.ok(Math.abs((high - low) / 2 / half - 1) < 0.15, `${low} to ${high}`);
  assert.ok(Math.abs((high + low) / 2 - 49.5) < 0.15 * half, `${low} to ${high}`);
});

Deno.test("bootstrapIntervals() depends on the seed alone", () => {
  const one = bootstrapIntervals(hundred, mean, { seed: 1 });
  assert.deepEqual(bootstrapIntervals(hundred, mean, { seed: 1 }), one);
  assert.notDeepEqual(bootstrapIntervals(hundred, mean, { seed: 2 }), one);
});

Deno.test("bootstrapIntervals() has no width with one meter", () => {
  assert.deepEqual(bootstrapIntervals([3], mean, { seed: 1 }), { mean: [3, 3] });
});

Deno.test("bootstrapIntervals() leaves out draws without a value", () => {
  const known = (values: readonly number[]) => mean(values.filter((value) => value > 0));
  assert.deepEqual(bootstrapIntervals([0, 4], known, { seed: 1 }), { mean: [4, 4] });
  assert.deepEqual(bootstrapIntervals([0, 0], known, { seed: 1 }), { mean: [NaN, NaN] });
});

Deno.test("bootstrapIntervals() refuses no meters", () => {
  assert.throws(() => bootstrapIntervals([], mean, { seed: 1 }), {
    name: "RangeError",
    message: "Cannot resample meters as there are none",
  });
});
