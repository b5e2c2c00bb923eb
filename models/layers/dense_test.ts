import assert from "node:assert/strict";
import { dense } from "./dense.ts";
import reference from "./layers_reference.json" with { type: "json" };

Deno.test("dense() multiplies each row with the kernel and adds the bias", () => {
  const x = Float64Array.of(1, 2, -1, 0.5);
  const kernel = Float64Array.of(1, 0, 2, 3, 1, -1);
  const bias = Float64Array.of(0, 10, 0.5);
  // (1, 2) → (1 + 6, 0 + 2, 2 − 2) + bias; (−1, ½) → (−1 + 1.5, 0.5, −2 − 0.5) + bias.
  assert.deepEqual([...dense(x, kernel, bias)], [7, 12, 0.5, 0.5, 10.5, -2]);
});

Deno.test("dense() of no rows is empty", () => {
  assert.equal(dense(new Float64Array(), Float64Array.of(1, 2), Float64Array.of(1)).length, 0);
});

Deno.test("dense() gives what NumPy gives", () => {
  const { x, kernel, bias, y } = reference.dense;
  const ours = dense(Float64Array.from(x), Float64Array.from(kernel), Float64Array.from(bias));
  y.forEach((value, at) => assert.ok(Math.abs(ours[at] - value) < 1e-12, `value ${at}`));
});
