import assert from "node:assert/strict";
import { realisedPerformance } from "./realised_performance.ts";
import type { ScoredSpan } from "./scored_spans.ts";

const HOUR_MS = 3_600_000;

/** Hours of one meter that were reported, `x`, or not, from `start` hours on. */
function span(start: number, reported: string): ScoredSpan {
  const ts = Float64Array.from(reported, (_, hour) => (start + hour) * HOUR_MS);
  const label = Uint8Array.from(reported, (mark) => mark === "x" ? 1 : 0);
  return {
    from: start * HOUR_MS,
    to: (start + reported.length) * HOUR_MS,
    meterIds: Array.from(reported, () => "a"),
    ts,
    score: Float32Array.from(label, (value) => value === 1 ? 0.75 : 0.25),
    label,
  };
}

/** Labels of one meter from `start` hours on: `x` anomalous, `.` usual, else not known. */
function labels(start: number, truth: string) {
  return Array.from(truth).flatMap((mark, hour) =>
    mark !== "x" && mark !== "." ? [] : [{
      meterId: "a",
      from: (start + hour) * HOUR_MS,
      to: (start + hour + 1) * HOUR_MS,
      label: mark === "x" ? 1 as const : 0 as const,
    }]
  );
}

function identity(score: number): number {
  return score;
}

Deno.test("realisedPerformance() counts hours and events of labelled hours only", () => {
  const window = span(0, "xx....x...xx");
  const truth = labels(0, "xx..xx?...?.");
  const realised = realisedPerformance(
    { chunks: [], window, meters: 1, scoredMeters: 1 },
    truth,
    identity,
  )!;
  assert.deepEqual([realised.labelled_hours, realised.anomalous_hours], [10, 4]);
  // Reported and known: hours 0, 1 (right) and 11 (wrong); 4 and 5 were missed.
  assert.deepEqual([realised.hours.precision.value, realised.hours.recall.value], [2 / 3, 2 / 4]);
  const { true_events, detected, reported_events, confirmed } = realised.events;
  assert.deepEqual([true_events, detected, reported_events, confirmed], [2, 1, 2, 1]);
  // Three of ten hours at 0.75, seven at 0.25.
  assert.equal(realised.estimated.precision.value, 0.75);
  assert.equal(realised.estimated.recall.value, 2.25 / (2.25 + 1.75));
});

Deno.test("realisedPerformance() is unknown where no label speaks of the window", () => {
  const window = span(100, "x.x.");
  const spans = { chunks: [], window, meters: 1, scoredMeters: 1 };
  assert.equal(realisedPerformance(spans, labels(0, "xxxx"), identity), undefined);
  assert.equal(realisedPerformance(spans, [], identity), undefined);
});

Deno.test("realisedPerformance() compares with labelled stretches of the reference", () => {
  const chunks = Array.from({ length: 7 }, (_, n) => span(4 * n, "x..x"));
  const known = chunks.flatMap((_, n) => labels(4 * n, "x..x"));
  const judge = (reported: string) =>
    realisedPerformance(
      { chunks, window: span(28, reported), meters: 1, scoredMeters: 1 },
      [...known, ...labels(28, "x..x")],
      identity,
    )!;
  assert.deepEqual([judge("x..x").usual_f1, judge("x..x").fell], [1, false]);
  assert.deepEqual([judge("x...").hours.f1.value, judge("x...").fell], [2 / 3, true]);
});

Deno.test("realisedPerformance() needs six labelled stretches to say what is usual", () => {
  const chunks = Array.from({ length: 7 }, (_, n) => span(4 * n, "x..x"));
  const known = chunks.slice(0, 5).flatMap((_, n) => labels(4 * n, "x..x"));
  const window = span(28, "x...");
  const { usual_f1, fell } = realisedPerformance(
    { chunks, window, meters: 1, scoredMeters: 1 },
    [...known, ...labels(28, "x..x")],
    identity,
  )!;
  assert.deepEqual([usual_f1, fell], [null, false]);
});
