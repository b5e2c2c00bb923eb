import assert from "node:assert/strict";
import { fromMaxState, max } from "./max.ts";

Deno.test("max() is the highest score, wherever it stands", () => {
  const { combine } = fromMaxState({ kind: "max" });
  for (const scores of [[0.7, 0.1, 0], [0, 0.7, 0.1], [0.1, 0, 0.7], [0.7, 0.7, 0.7], [0.7]]) {
    assert.equal(combine(Float64Array.from(scores)), 0.7);
  }
});

Deno.test("max() learns nothing", async () => {
  const scores = { members: ["a", "b"], rows: 1, values: Float64Array.of(0.5, 1) };
  assert.deepEqual((await max().fit(scores, { seed: 7 })).toJSON(), { kind: "max" });
});
