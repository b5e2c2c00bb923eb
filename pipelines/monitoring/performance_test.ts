import assert from "node:assert/strict";
import type { LateLabel } from "../../data/mod.ts";
import { performance } from "./performance.ts";
import { PLAN_START, plannedWeeks } from "./planned_weeks_fixture.ts";

const HOUR_MS = 3_600_000;
const WEEKS = 10;
const METERS = 4;
const LAST = (WEEKS - 1) * 168;

/**
 * Hours of three scores: 0.875 at every twelfth, 0.25 in the hour after, else 0. The scores are right
 * when 7 of 8 hours of the first kind and 1 of 4 of the second are anomalous.
 */
function plan(_: number, hour: number): readonly [number, number] {
  return [hour % 12 === 0 ? 0.875 : hour % 12 === 1 ? 0.25 : 0, 0];
}

/** The truth of an hour as its score has it: of eight alerts one is wrong, of four doubts one right. */
function truth(hour: number): 0 | 1 {
  const turn = Math.floor(hour / 12);
  if (hour % 12 === 0) return turn % 8 === 7 ? 0 : 1;
  return hour % 12 === 1 && turn % 4 === 3 ? 1 : 0;
}

function labels(of: (hour: number) => 0 | 1, from = 0): LateLabel[] {
  return Array.from(
    { length: METERS },
    (_, meter) =>
      Array.from({ length: WEEKS * 168 - from }, (_, i) => {
        const start = PLAN_START + (from + i) * HOUR_MS;
        const meterId = `m${String(meter).padStart(2, "0")}`;
        return { meterId, from: start, to: start + HOUR_MS, label: of(from + i) };
      }),
  ).flat();
}

async function judge(
  known: readonly LateLabel[] | undefined,
  planned = plan,
) {
  await using weeks = await plannedWeeks({ meters: METERS, weeks: WEEKS, plan: planned });
  return await performance.compute({ ...weeks.input, labels: known });
}

// Per twelve hours: 0.875 right of 1 reported, 0.25 missed.
const PRECISION = 0.875;
const RECALL = 0.875 / 1.125;
const F1 = 2 * 0.875 / (1 + 1.125);

Deno.test("performance estimates precision, recall and F1 from the scores alone", async () => {
  const { verdict, figures } = await judge(undefined);
  assert.equal(verdict, "no_drift");
  const { precision, recall, f1 } = figures.estimated!.figures;
  assert.ok(Math.abs(precision.value! - PRECISION) < 1e-12);
  assert.ok(Math.abs(recall.value! - RECALL) < 1e-12);
  assert.ok(Math.abs(f1.value! - F1) < 1e-12);
  // All meters are alike, so none can move the figure.
  assert.ok(Math.abs(f1.low! - F1) < 1e-12 && Math.abs(f1.high! - F1) < 1e-12);
  assert.deepEqual([figures.realised, figures.chances], [null, { by: "training", hours: 0 }]);
});

Deno.test("performance drifts when scores get less sure of the alerts", async () => {
  const unsure = (meter: number, hour: number) =>
    hour >= LAST && hour % 12 === 1 ? [0.5, 0] as const : plan(meter, hour);
  const { verdict, figures, summary } = await judge(undefined, unsure);
  assert.equal(verdict, "drift");
  assert.ok(Math.abs(figures.estimated!.figures.recall.value! - 0.875 / 1.375) < 1e-12);
  assert.match(summary, /F1 0\.74 \(0\.74 to 0\.74\), less than usual: f1 \(as if/);
});

Deno.test("performance by labels equals its estimate where the scores are chances", async () => {
  const { verdict, figures } = await judge(labels(truth));
  assert.equal(verdict, "no_drift");
  const { realised, chances } = figures;
  assert.deepEqual(chances, { by: "labels", hours: METERS * (WEEKS - 1) * 168 });
  // The last week has turns 126 to 139 of 12 h: 127 and 135 are false, 127, 131, 135 and 139 missed.
  const [right, wrong, missed] = [12, 2, 4].map((count) => count * METERS);
  assert.deepEqual([realised!.labelled_hours, realised!.anomalous_hours], [
    METERS * 168,
    right + missed,
  ]);
  assert.equal(realised!.hours.precision.value, right / (right + wrong));
  assert.equal(realised!.hours.recall.value, right / (right + missed));
  // 126 turns before it: 15 were false, 31 missed.
  const precision = 111 / 126;
  const recall = 111 / (111 + 31);
  assert.ok(Math.abs(realised!.estimated.precision.value! - precision) < 1e-9);
  assert.ok(Math.abs(realised!.estimated.recall.value! - recall) < 1e-9);
});

Deno.test("performance by labels sees what the estimate is blind to", async () => {
  // In the last week the alerts are wrong and what is scored 0.25 is right.
  const turned = (hour: number): 0 | 1 =>
    hour < LAST ? truth(hour) : hour % 12 === 1 && Math.floor(hour / 12) % 2 === 0 ? 1 : 0;
  const { verdict, figures, summary } = await judge(labels(turned));
  assert.equal(verdict, "drift");
  assert.equal(figures.estimated!.fell.length, 0);
  assert.equal(figures.realised!.hours.precision.value, 0);
  assert.match(summary, /fewer hours than usual/);
});

Deno.test("performance counts events, each once however long", async () => {
  const blocks = (_: number, hour: number) => [hour % 84 < 5 ? 0.875 : 0, 0] as const;
  // Of the two events of the last week the first is right; of one more nobody was told.
  const known = labels((hour) => {
    const into = hour - LAST;
    return into >= 3 && into < 9 || into >= 40 && into < 42 ? 1 : 0;
  }, LAST);
  const { figures } = await judge(known, blocks);
  const { true_events, detected, reported_events, confirmed, precision, recall } =
    figures.realised!.events;
  assert.deepEqual([true_events, detected, reported_events, confirmed], [8, 4, 8, 4]);
  assert.deepEqual([precision.value, recall.value], [1 / 2, 1 / 2]);
});

Deno.test("performance does not judge hours that no label speaks of", async () => {
  const from = PLAN_START + LAST * HOUR_MS;
  const { figures } = await judge([{ meterId: "m00", from, to: from + 12 * HOUR_MS, label: 1 }]);
  assert.deepEqual([figures.realised!.labelled_hours, figures.realised!.hours.precision.value], [
    12,
    1,
  ]);
  assert.equal(figures.realised!.hours.recall.value, 1 / 12);
});

Deno.test("performance without a scored hour says so", async () => {
  await using weeks = await plannedWeeks({ meters: 1, weeks: 7, plan: () => [0.5, 0] });
  const { window } = weeks.input;
  const later = { from: window.to, to: window.to + (window.to - window.from) };
  const { verdict, summary } = await performance.compute({ ...weeks.input, window: later });
  assert.deepEqual([verdict, summary], [
    "unknown",
    "No hour of the window has the history that a score needs",
  ]);
});
