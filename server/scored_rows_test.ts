import assert from "node:assert/strict";
import { scoredRows } from "./scored_rows.ts";

Deno.test("scoredRows() lays the features of the hours one after another", () => {
  const model = { name: "energy-anomaly", version: "3", columns: ["hour", "swing_24h"] };
  const hour = {
    meterId: "r1",
    ts: 0,
    kwh: 1,
    expectedKwh: null,
    score: 0.25,
    label: 0,
    memberScores: {},
    features: Float32Array.of(7, 1),
    missing: [],
  } as const;
  const hours = [hour, {
    ...hour,
    ts: 1,
    score: 0.75,
    label: 1 as const,
    features: Float32Array.of(8, 2),
  }];
  assert.deepEqual(scoredRows(model, hours), {
    model,
    features: Float32Array.of(7, 1, 8, 2),
    scores: [0.25, 0.75],
    labels: [0, 1],
    hours,
  });
});
