import assert from "node:assert/strict";
import { countsByMeter, estimatedPerformance, withIntervals } from "./estimated_performance.ts";
import { plannedWeeks } from "./planned_weeks_fixture.ts";
import { scoredSpans } from "./scored_spans.ts";

Deno.test("countsByMeter() sums to the counts of all rows", () => {
  const counts = countsByMeter(
    ["a", "a", "b"],
    Float64Array.of(0.75, 0.25, 0.5),
    Uint8Array.of(1, 0, 1),
  );
  assert.deepEqual(counts, [
    { truePositives: 0.75, falsePositives: 0.25, falseNegatives: 0.25, trueNegatives: 0.75 },
    { truePositives: 0.5, falsePositives: 0.5, falseNegatives: 0, trueNegatives: 0 },
  ]);
});

Deno.test("withIntervals() spans what other meters would give", () => {
  const counts = (right: number) => ({
    truePositives: right,
    falsePositives: 1 - right,
    falseNegatives: 0,
    trueNegatives: 1,
  });
  // Precision of drawn meters is the mean of as many coins: of four, all may fall alike.
  const { precision, recall } = withIntervals([0, 1, 0, 1].map(counts));
  assert.deepEqual(precision, { value: 1 / 2, low: 0, high: 1 });
  assert.deepEqual([recall.value, recall.low, recall.high], [1, 1, 1]);
});

Deno.test("withIntervals() has null for a figure without a value", () => {
  const quiet = { truePositives: 0, falsePositives: 0, falseNegatives: 2, trueNegatives: 1 };
  const { precision, recall, f1 } = withIntervals([quiet, quiet]);
  assert.deepEqual(precision, { value: null, low: null, high: null });
  assert.deepEqual([recall.value, f1.value], [0, 0]);
});

Deno.test("estimatedPerformance() maps scores to chances first", async () => {
  await using weeks = await plannedWeeks({
    meters: 2,
    weeks: 8,
    plan: (_, hour) => [hour % 4 === 0 ? 0.875 : 0.125, 0],
  });
  const spans = await scoredSpans(weeks.input);
  const { figures, usual, f1_by_span, fell } = estimatedPerformance(spans, (score) => score / 2);
  assert.equal(figures.precision.value, 0.4375);
  // One alert of chance 7/16 and three doubts of 1/16.
  assert.equal(figures.recall.value, 7 / 10);
  assert.equal(usual.precision!.mean, 0.4375);
  assert.deepEqual([f1_by_span.length, fell], [8, []]);
});

Deno.test("estimatedPerformance() has nothing usual with fewer than six stretches", async () => {
  await using weeks = await plannedWeeks({ meters: 1, weeks: 5, plan: () => [0.875, 0] });
  const { usual, fell } = estimatedPerformance(await scoredSpans(weeks.input), (score) => score);
  assert.deepEqual([usual.f1, fell], [null, []]);
});

Deno.test("estimatedPerformance() tells alerts that got less sure from more that are missed", async () => {
  const fell = async (last: readonly [alert: number, doubt: number]) => {
    await using weeks = await plannedWeeks({
      meters: 2,
      weeks: 8,
      plan: (_, hour) => {
        const [alert, doubt] = hour >= 7 * 168 ? last : [0.875, 0.125];
        return [hour % 4 === 0 ? alert : doubt, 0];
      },
    });
    return estimatedPerformance(await scoredSpans(weeks.input), (score) => score).fell;
  };
  assert.deepEqual(await fell([0.875, 0.125]), []);
  assert.deepEqual(await fell([0.875, 0.25]), ["f1"]);
  // Fewer doubts make up for it in F1.
  assert.deepEqual(await fell([0.8125, 0.0625]), ["precision"]);
});
