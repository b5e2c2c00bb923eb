import assert from "node:assert/strict";
import { requireJudged } from "./require_judged.ts";

const scores = { members: ["a"], rows: 3, values: Float64Array.of(0.1, 0.2, 0.3) };

Deno.test("requireJudged() refuses labels that are missing or not one per row", () => {
  assert.throws(() => requireJudged("stacked", scores, { seed: 7 }), {
    name: "RangeError",
    message: "Cannot fit the combiner stacked: expected 3 labels, got 0",
  });
  assert.throws(() => requireJudged("stacked", scores, { seed: 7, labels: Uint8Array.of(0, 1) }), {
    message: "Cannot fit the combiner stacked: expected 3 labels, got 2",
  });
});

Deno.test("requireJudged() refuses labels of one class", () => {
  for (const label of [0, 1]) {
    const labels = new Uint8Array(3).fill(label);
    assert.throws(() => requireJudged("stacked", scores, { seed: 7, labels }), {
      name: "RangeError",
      message: "Cannot fit the combiner stacked: expected labels of both classes, " +
        `got ${3 * label} anomalous of 3`,
    });
  }
});
