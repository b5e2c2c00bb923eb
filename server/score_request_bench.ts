import { parseJson } from "./json_text.ts";
import { parseScoreRequest } from "./score_request.ts";
import { scoreResponse } from "./score_response.ts";

const READINGS = 10_000;
const START = Date.UTC(2024, 0, 1);
const HOUR_MS = 3_600_000;
const places = Array.from(
  { length: READINGS },
  (_, i) => ({ meter: `b${i % 40}`, ts: START + Math.floor(i / 40) * HOUR_MS }),
);
const text = JSON.stringify({
  readings: places.map(({ meter, ts }, i) => ({
    meter,
    ts: new Date(ts).toISOString(),
    kwh: 1 + i / 7,
  })),
});
const body = parseJson(text);
const now = START + 40 * 24 * HOUR_MS;
const readings = parseScoreRequest(body, now);
const hours = places.map(({ meter, ts }, i) => ({
  meterId: meter,
  ts,
  kwh: 1 + i / 7,
  expectedKwh: 1.25,
  score: 0.125,
  label: 0 as const,
  memberScores: { iqr: 0.5, z_score: 0.25, isolation_forest: 0.75, k_nearest_neighbours: 0.125 },
  features: new Float32Array(40),
  missing: [],
}));

Deno.bench(`read the JSON of ${READINGS} readings`, () => void parseJson(text));
Deno.bench(`check ${READINGS} readings`, () => void parseScoreRequest(body, now));
Deno.bench(`write the answer to ${READINGS} readings`, () => {
  const model = { name: "energy-anomaly", version: "3" };
  JSON.stringify(scoreResponse(model, { hours, events: [] }, readings));
});
