import assert from "node:assert/strict";
import { scoreAnswerSchema, scoreRequestSchema } from "./score.ts";

const reading = { meter: "b1", ts: "2024-03-24T12:00:00+01:00", kwh: 1.5 };

Deno.test("scoreRequestSchema takes readings with a zone and no further keys", () => {
  const takes = (readings: unknown) => scoreRequestSchema.safeParse({ readings }).success;
  assert.ok(takes([reading, { ...reading, kwh: 0 }]));
  for (
    const odd of [
      { ...reading, ts: "2024-03-24T12:00:00" },
      { ...reading, kwh: -1 },
      { ...reading, meter: "" },
      { ...reading, unit: "kWh" },
    ]
  ) assert.ok(!takes([odd]), JSON.stringify(odd));
  assert.ok(!takes([]));
});

Deno.test("scoreAnswerSchema knows no label but 0 and 1, and no score beyond 1", () => {
  const hour = {
    meter: "b1",
    ts: "2024-03-24T12:00:00.000Z",
    kwh: 1.5,
    expected_kwh: null,
    score: 0.5,
    label: 1,
    member_scores: { iqr: 0.5 },
    missing: ["residual_week"],
  };
  const takes = (score: unknown) =>
    scoreAnswerSchema.safeParse({
      model: { name: "energy-anomaly", version: "3" },
      scores: [score],
      not_scored: [],
      events: [],
      missing_history: [],
    }).success;
  assert.ok(takes(hour));
  assert.ok(!takes({ ...hour, label: 2 }));
  assert.ok(!takes({ ...hour, score: 1.5 }));
});
