import assert from "node:assert/strict";
import { layerNorm } from "./layer_norm.ts";
import reference from "./layers_reference.json" with { type: "json" };

Deno.test("layerNorm() gives each row mean 0 and deviation 1, then gain and shift", () => {
  const x = Float64Array.of(1, 2, 3, 10, 20, 30);
  const plain = layerNorm(x, Float64Array.of(1, 1, 1), new Float64Array(3));
  const end = Math.sqrt(1.5);
  [-end, 0, end, -end, 0, end].forEach((value, at) => {
    assert.ok(Math.abs(plain[at] - value) < 1e-5, `value ${at} is ${plain[at]}`);
  });
  const shifted = layerNorm(x, Float64Array.of(2, 2, 2), Float64Array.of(1, 1, 1));
  shifted.forEach((value, at) => assert.ok(Math.abs(value - (2 * plain[at] + 1)) < 1e-12));
});

Deno.test("layerNorm() takes a row of equal values to the shift", () => {
  const y = layerNorm(Float64Array.of(7, 7), Float64Array.of(3, 3), Float64Array.of(0.5, -0.5));
  assert.deepEqual([...y], [0.5, -0.5]);
});

Deno.test("layerNorm() gives what NumPy gives", () => {
  const { x, gain, shift, y } = reference.layerNorm;
  const ours = layerNorm(Float64Array.from(x), Float64Array.from(gain), Float64Array.from(shift));
  y.forEach((value, at) => assert.ok(Math.abs(ours[at] - value) < 1e-12, `value ${at}`));
});
