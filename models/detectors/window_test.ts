import assert from "node:assert/strict";
import { fadingWeights, shifted } from "./window.ts";

Deno.test("shifted() leads with 0 and loses the newest value", () => {
  assert.deepEqual([...shifted(Float64Array.of(1, 2, 3))], [0, 1, 2]);
  assert.deepEqual([...shifted(Float64Array.of(9))], [0]);
});

Deno.test("fadingWeights() halve with every two steps back", () => {
  const weights = fadingWeights(25);
  assert.equal(weights[24], 1);
  assert.equal(weights[23], Math.SQRT1_2);
  for (let j = 2; j < 25; j++) {
    assert.ok(Math.abs(weights[j - 2] / weights[j] - 0.5) < 1e-12, `weight ${j}`);
  }
});

Deno.test("fadingWeights() are above 0 however long the window", () => {
  const weights = fadingWeights(2000);
  assert.equal(weights[0], 2 ** -50);
  assert.equal(weights[1999 - 100], 2 ** -50);
  assert.equal(weights[1999 - 98], 2 ** -49);
});
