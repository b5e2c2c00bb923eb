import assert from "node:assert/strict";
import { fadingWeights, shifted } from "./window.ts";

Deno.test("shifted() leads with 0 and loses the newest value", () => {
  assert.deepEqual([...shifted(Float64Array.of(1, 2, 3))], [0, 1, 2]);
  assert.deepEqual([...shifted(Float64Array.of(9))], [0]);
});

Deno.test("fadingWeights() give the newest error as much as all before it together", () => {
  const weights = fadingWeights(24);
  assert.equal(weights[23], 1);
  assert.equal(weights.slice(0, 23).reduce((sum, weight) => sum + weight), 1 - 2 ** -23);
});

Deno.test("fadingWeights() are above 0 however long the window", () => {
  const weights = fadingWeights(2000);
  assert.equal(weights[0], 2 ** -50);
  assert.equal(weights[1999 - 50], 2 ** -50);
  assert.equal(weights[1999 - 49], 2 ** -49);
});
