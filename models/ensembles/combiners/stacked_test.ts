import assert from "node:assert/strict";
import { random } from "../../random.ts";
import { fitLogistic } from "../logistic_regression.ts";
import { fromStackedState, stacked, type StackedState } from "./stacked.ts";

const draw = random(3);
const labels = Uint8Array.from({ length: 300 }, (_, row) => row % 10 === 0 ? 1 : 0);
const values = Float64Array.from(
  Array.from(labels, (label) => [0.5 * draw() + 0.3 * label, draw(), 1 - label * draw()]).flat(),
);
const scores = { members: ["keen", "noise", "contrary"], rows: labels.length, values };

Deno.test("stacked() is the logistic regression of the labels on the member scores", async () => {
  const fitted = await stacked({ l2: 0.5 }).fit(scores, { seed: 7, labels });
  const model = fitLogistic(values, labels, 3, 0.5);
  assert.deepEqual(fitted.toJSON(), { kind: "stacked", ...model });
  assert.ok(model.weights[0] > 1);
  assert.equal(model.weights[2], 0);
});

Deno.test("stacked() gives probabilities whose mean is the share of anomalous rows", async () => {
  const { combine } = await stacked().fit(scores, { seed: 7, labels });
  const sum = labels.reduce(
    (total, _, row) => total + combine(values.subarray(3 * row, 3 * row + 3)),
    0,
  );
  assert.ok(Math.abs(sum - 30) < 1e-6, `${sum}`);
});

Deno.test("stacked() holds weights down the more, the higher l2 is", async () => {
  const weights = [];
  for (const l2 of [0.1, 1, 10, 100]) {
    const { weights: [keen] } = JSON.parse(
      JSON.stringify(await stacked({ l2 }).fit(scores, { seed: 7, labels })),
    ) as StackedState;
    weights.push(keen);
  }
  assert.deepEqual(weights, weights.toSorted((a, b) => b - a));
});

Deno.test("stacked() adds the weighted scores to the intercept", () => {
  const { combine } = fromStackedState({ kind: "stacked", intercept: -2, weights: [1, 3] });
  assert.equal(combine(Float64Array.of(0.5, 0.5)), 0.5);
  assert.equal(combine(Float64Array.of(0, 0)), 1 / (1 + Math.exp(2)));
});

Deno.test("stacked() refuses members that all score anomalous rows lower, and no penalty", async () => {
  const contrary = { members: ["contrary"], rows: 4, values: Float64Array.of(0.1, 0.9, 0.8, 0.7) };
  const fit = async () =>
    await stacked().fit(contrary, { seed: 7, labels: Uint8Array.of(1, 0, 0, 0) });
  await assert.rejects(fit, {
    name: "RangeError",
    message: "Cannot stack members as none scores anomalous rows higher: members are contrary",
  });
  assert.throws(() => stacked({ l2: 0 }), {
    name: "RangeError",
    message: "Cannot stack members as l2 must be positive: current value is 0",
  });
});
