import assert from "node:assert/strict";
import { random } from "../random.ts";
import { constantWeight, glorotKernel } from "./initial_weight.ts";

Deno.test("glorotKernel() fills ±√(6 / (inputs + outputs)) evenly", () => {
  const bound = Math.sqrt(6 / 150);
  const { shape, values } = glorotKernel(100, 50, random(7));
  assert.deepEqual(shape, [100, 50]);
  assert.equal(values.length, 5000);
  assert.ok(Math.min(...values) > -bound - 1e-7 && Math.min(...values) < -0.99 * bound);
  assert.ok(Math.max(...values) < bound + 1e-7 && Math.max(...values) > 0.99 * bound);
  // The variance of an even spread over ±bound is bound² / 3; 5000 draws stray 2 % from it.
  const variance = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
  assert.ok(Math.abs(variance / (bound ** 2 / 3) - 1) < 0.06, `${variance}`);
});

Deno.test("glorotKernel() gives float32 values and follows the draws alone", () => {
  const { values } = glorotKernel(3, 4, random(1));
  assert.deepEqual(values, values.map(Math.fround));
  assert.deepEqual(glorotKernel(3, 4, random(1)).values, values);
  assert.notDeepEqual(glorotKernel(3, 4, random(2)).values, values);
});

Deno.test("constantWeight() is a vector of one value", () => {
  assert.deepEqual(constantWeight(3, 0.5), { shape: [3], values: [0.5, 0.5, 0.5] });
});
