import assert from "node:assert/strict";
import { fromWeightedState, weighted } from "./weighted.ts";

const scores = { members: ["a", "b", "c"], rows: 1, values: Float64Array.of(0.5, 0.25, 1) };

Deno.test("weighted() weights each member by its name, whatever the order of the weights", async () => {
  const fitted = await weighted({ c: 0.5, a: 0.25, b: 0.25 }).fit(scores, { seed: 7 });
  assert.deepEqual(fitted.toJSON(), { kind: "weighted", weights: [0.25, 0.25, 0.5] });
  assert.equal(fitted.combine(scores.values), 0.125 + 0.0625 + 0.5);
});

Deno.test("weighted() does not hear a member of weight 0", async () => {
  const { combine } = await weighted({ a: 0, b: 1, c: 0 }).fit(scores, { seed: 7 });
  assert.equal(combine(Float64Array.of(1, 0.25, 1)), 0.25);
});

Deno.test("weighted() does not leave [0, 1] by rounding", () => {
  const weights = [0.7, 0.2, 0.1 + 2e-10];
  assert.ok(weights[0] + weights[1] + weights[2] > 1);
  assert.equal(
    fromWeightedState({ kind: "weighted", weights }).combine(Float64Array.of(1, 1, 1)),
    1,
  );
});

Deno.test("weighted() refuses weights that are no shares", () => {
  for (const [a, current] of [[-0.5, "-0.5"], [NaN, "NaN"], [1.5, "1.5"]] as const) {
    assert.throws(() => weighted({ a, b: 0.5 }), {
      name: "RangeError",
      message:
        `Cannot weight an ensemble as weights must lie in [0, 1]: current value is ${current}`,
    });
  }
  assert.throws(() => weighted({ a: 0.5, b: 0.25 }), {
    name: "RangeError",
    message: "Cannot weight an ensemble as weights must sum to 1: current value is 0.75",
  });
});

Deno.test("weighted() refuses members without a weight and weights without a member", () => {
  const wrong: Record<string, number>[] = [
    { a: 0.5, b: 0.5 },
    { a: 0.25, b: 0.25, c: 0.25, d: 0.25 },
  ];
  for (const weights of wrong) {
    assert.throws(() => weighted(weights).fit(scores, { seed: 7 }), {
      name: "RangeError",
      message: "Cannot weight an ensemble as each member must have a weight: members are " +
        `a, b, c, weights are for ${Object.keys(weights).join(", ")}`,
    });
  }
});
