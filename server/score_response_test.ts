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
  features: Float32Array.of(NaN),
  missing: ["month"],
};

Deno.test("scoreResponse() writes a score with snake-case keys and ISO time", () => {
  assert.deepEqual(scoreResponse(MODEL, { hours: [quiet], events: [] }, []), {
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

Deno.test("scoreResponse() writes an event with its peak and its reasons", () => {
  const event = {
    meterId: "b1",
    start: 0,
    end: 3 * HOUR,
    intervals: 2,
    peakScore: 1,
    peakTs: 2 * HOUR,
    excessKwh: 7,
    reasons: [{ feature: "residual_week", value: null, usual: 0, drop: 0.5 }],
  };
  assert.deepEqual(scoreResponse(MODEL, { hours: [], events: [event] }, []).events, [{
    meter: "b1",
    start: "1970-01-01T00:00:00.000Z",
    end: "1970-01-01T03:00:00.000Z",
    hours: 3,
    peak_score: 1,
    peak_ts: "1970-01-01T02:00:00.000Z",
    excess_kwh: 7,
    reasons: [{ feature: "residual_week", value: null, usual: 0, drop: 0.5 }],
  }]);
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
  const { not_scored } = scoreResponse(MODEL, { hours: scored, events: [] }, sent);
  assert.deepEqual(not_scored.map(({ meter, ts }) => [meter, Date.parse(ts)]), [
    ["b1", HOUR],
    ["b1", 3 * HOUR],
    ["b2", 0],
    ["b3", 0],
  ]);
  assert.match(not_scored[0].reason, /^its hour is not whole: every interval/);
});
