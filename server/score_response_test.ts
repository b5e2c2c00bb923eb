import assert from "node:assert/strict";
import { scoreResponse } from "./score_response.ts";

const HOUR = 3_600_000;
const MODEL = { name: "energy-anomaly", version: "3" };
const quiet = {
  meterId: "b1",
  ts: 0,
  kwh: 2,
  expectedKwh: 1.5,
  score: 0.25,
  label: 0 as const,
  memberScores: { iqr: 0.25 },
  missing: ["month"],
};
const odd = { ...quiet, label: 1 as const, score: 0.75, kwh: 5 };

Deno.test("scoreResponse() writes a score with snake-case keys and ISO time", () => {
  assert.deepEqual(scoreResponse(MODEL, [quiet], []), {
    model: MODEL,
    scores: [{
      meter: "b1",
      ts: "1970-01-01T00:00:00.000Z",
      kwh: 2,
      expected_kwh: 1.5,
      score: 0.25,
      label: 0,
      member_scores: { iqr: 0.25 },
      missing: ["month"],
    }],
    not_scored: [],
    events: [],
  });
});

Deno.test("scoreResponse() joins hours across one quiet hour, never across meters", () => {
  const hours = [odd, { ...odd, ts: 2 * HOUR, score: 1 }, { ...odd, meterId: "b2", ts: 3 * HOUR }];
  assert.deepEqual(scoreResponse(MODEL, hours, []).events, [
    {
      meter: "b1",
      start: "1970-01-01T00:00:00.000Z",
      end: "1970-01-01T03:00:00.000Z",
      hours: 3,
      peak_score: 1,
      excess_kwh: 7,
    },
    {
      meter: "b2",
      start: "1970-01-01T03:00:00.000Z",
      end: "1970-01-01T04:00:00.000Z",
      hours: 1,
      peak_score: 0.75,
      excess_kwh: 3.5,
    },
  ]);
});

Deno.test("scoreResponse() lists the readings that lie in no scored hour, with the reason", () => {
  const scored = [quiet, { ...quiet, ts: 2 * HOUR }, { ...quiet, meterId: "b2", ts: HOUR / 2 }];
  const sent = ([
    ["b1", 0],
    ["b1", HOUR - 1],
    ["b1", HOUR],
    ["b1", 2.75 * HOUR],
    ["b1", 3 * HOUR],
    ["b2", 0],
    ["b2", 1.25 * HOUR],
    ["b3", 0],
  ] as const).map(([meterId, ts]) => ({ meterId, ts, kwh: 1 }));
  const { not_scored } = scoreResponse(MODEL, scored, sent);
  assert.deepEqual(not_scored.map(({ meter, ts }) => [meter, Date.parse(ts)]), [
    ["b1", HOUR],
    ["b1", 3 * HOUR],
    ["b2", 0],
    ["b3", 0],
  ]);
  assert.match(not_scored[0].reason, /^its hour is not whole: every interval/);
});
