import assert from "node:assert/strict";
import { probabilities, type ProbabilityState, restoreProbability } from "./mod.ts";

Deno.test("probabilities lists every map under its name", () => {
  assert.deepEqual(Object.keys(probabilities), ["platt", "isotonic"]);
  for (const [key, { name }] of Object.entries(probabilities)) assert.equal(name, key);
});

Deno.test("restoreProbability() refuses a kind it does not know", () => {
  const state: ProbabilityState = JSON.parse('{"kind":"beta"}');
  assert.throws(() => restoreProbability(state), {
    name: "RangeError",
    message:
      "Cannot restore a probability as its kind must be one of platt, isotonic: current value is beta",
  });
});
