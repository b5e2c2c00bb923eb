import assert from "node:assert/strict";
import { combinerExamples } from "./combiner_examples_fixture.ts";
import { combiners, type CombinerState, restoreCombiner } from "./mod.ts";

Deno.test("combiners lists every combiner under its name", () => {
  const names = combinerExamples(["a", "b"]).map(({ name }) => name);
  assert.deepEqual(names, [
    "mean",
    "max",
    "average_of_maximum",
    "weighted",
    "consensus_weights",
    "greedy_selection",
    "stacked",
  ]);
  assert.deepEqual(Object.keys(combiners), names);
});

Deno.test("restoreCombiner() refuses a kind it does not know", () => {
  for (const kind of ["median", "toString"]) {
    const state: CombinerState = JSON.parse(`{"kind":"${kind}"}`);
    assert.throws(() => restoreCombiner(state), {
      name: "RangeError",
      message: "Cannot restore a combiner as its kind must be one of mean, max, " +
        `average_of_maximum, weighted, stacked: current value is ${kind}`,
    });
  }
});
