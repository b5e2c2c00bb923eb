import assert from "node:assert/strict";
import { matrix } from "../models/mod.ts";
import { explainHours } from "../pipelines/realtime/mod.ts";
import { explainedEvents } from "./explained_events.ts";
import { hostelDeps } from "./hostel_deps_fixture.ts";

const HOUR = 3_600_000;
const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());

/** An hour of meter "b1" in which a room uses far more than it does. */
const odd = {
  meterId: "b1",
  ts: 0,
  kwh: 5,
  expectedKwh: 1.5,
  score: 0.75,
  label: 1 as const,
  memberScores: {},
  features: Float32Array.of(30, 4),
  missing: [],
};
const worst = { ...odd, ts: 2 * HOUR, score: 1, features: Float32Array.of(60, 6) };

Deno.test("explainedEvents() joins hours across one quiet hour, never across meters", async () => {
  const events = await explainedEvents(deps.model, [odd, worst, {
    ...odd,
    meterId: "b2",
    ts: 3 * HOUR,
  }]);
  assert.deepEqual(events.map(({ reasons: _, ...event }) => event), [
    {
      meterId: "b1",
      start: 0,
      end: 3 * HOUR,
      intervals: 2,
      peakScore: 1,
      peakTs: 2 * HOUR,
      excessKwh: 7,
    },
    {
      meterId: "b2",
      start: 3 * HOUR,
      end: 4 * HOUR,
      intervals: 1,
      peakScore: 0.75,
      peakTs: 3 * HOUR,
      excessKwh: 3.5,
    },
  ]);
});

Deno.test("explainedEvents() explains the peak of each event", async () => {
  const [first, second] = await explainedEvents(deps.model, [odd, worst, {
    ...odd,
    ts: 9 * HOUR,
  }]);
  const peaks = matrix(deps.model.columns, [60, 6, 30, 4]);
  assert.deepEqual([first.reasons, second.reasons], await explainHours(deps.model, peaks));
  assert.ok(first.reasons.length > 0);
});
