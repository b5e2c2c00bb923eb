import assert from "node:assert/strict";
import { causalMask } from "./causal_mask.ts";

Deno.test("causalMask() hides every later step, and nothing else", () => {
  const later = -1e9;
  assert.deepEqual(causalMask(1), [0]);
  assert.deepEqual(causalMask(3), [0, later, later, 0, 0, later, 0, 0, 0]);
});

Deno.test("causalMask() silences products of any size that values within ±10 can have", () => {
  assert.equal(Math.exp(1e6 + causalMask(2)[1]), 0);
});
