import assert from "node:assert/strict";
import { plannedWeeks } from "./planned_weeks_fixture.ts";
import { scoreDrift } from "./score_drift.ts";
import { scoredSpans } from "./scored_spans.ts";

/** Scores of 0 to 23/48, by the hour; the last week is moved. */
async function drift(weeks: number, shift: number) {
  await using planned = await plannedWeeks({
    meters: 2,
    weeks,
    plan: (_, hour) => [(hour % 24) / 48 + (hour >= (weeks - 1) * 168 ? shift : 0), 0],
  });
  return scoreDrift(await scoredSpans(planned.input));
}

Deno.test("scoreDrift() of the same scores is none", async () => {
  const same = await drift(10, 0);
  assert.equal(same!.drift, false);
  assert.equal(same!.tests.kolmogorov_smirnov?.score, 0);
});

Deno.test("scoreDrift() measures how far scores moved", async () => {
  // A quarter is half the range of the scores: as large a share lies beyond each of them.
  const moved = await drift(10, 0.25);
  assert.equal(moved!.drift, true);
  assert.equal(moved!.tests.kolmogorov_smirnov?.score, 1 / 2);
});

Deno.test("scoreDrift() asks for six stretches and half an ordinary window", async () => {
  assert.equal(await drift(6, 0), undefined);
  assert.notEqual(await drift(7, 0), undefined);
  await using planned = await plannedWeeks({ meters: 1, weeks: 8, plan: () => [0.5, 0] });
  const { chunks, window } = await scoredSpans(planned.input);
  const part = (rows: number) => ({ ...window, score: window.score.subarray(0, rows) });
  const spans = { chunks, meters: 1, scoredMeters: 1 };
  assert.equal(scoreDrift({ ...spans, window: part(83) }), undefined);
  assert.notEqual(scoreDrift({ ...spans, window: part(84) }), undefined);
});
