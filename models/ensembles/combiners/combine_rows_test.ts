import assert from "node:assert/strict";
import { combineRows } from "./combine_rows.ts";
import { fromWeightedState } from "./weighted.ts";

Deno.test("combineRows() keeps rows apart and members in order", () => {
  const combiner = fromWeightedState({ kind: "weighted", weights: [0.75, 0.25, 0] });
  const scores = Float64Array.of(1, 0, 0.5, 0, 1, 0.5);
  assert.deepEqual([...combineRows(combiner, scores, 3)], [0.75, 0.25]);
});

Deno.test("combineRows() of no rows is empty", () => {
  const combiner = fromWeightedState({ kind: "weighted", weights: [1] });
  assert.equal(combineRows(combiner, new Float64Array(), 1).length, 0);
});
