import assert from "node:assert/strict";
import { fromMeanState, mean } from "./mean.ts";

Deno.test("mean() is the sum of the scores over their number", () => {
  const { combine } = fromMeanState({ kind: "mean" });
  assert.equal(combine(Float64Array.of(0, 0.25, 0.5, 1)), 0.4375);
  assert.equal(combine(Float64Array.of(0.3)), 0.3);
});

Deno.test("mean() learns nothing", async () => {
  const scores = { members: ["a", "b"], rows: 1, values: Float64Array.of(0.5, 1) };
  assert.deepEqual((await mean().fit(scores, { seed: 7 })).toJSON(), { kind: "mean" });
});
