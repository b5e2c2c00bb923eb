import assert from "node:assert/strict";
import { plannedWeeks } from "./planned_weeks_fixture.ts";
import { scoredSpans } from "./scored_spans.ts";

Deno.test("scoredSpans() scores every hour of every span, by meter and time", async () => {
  await using weeks = await plannedWeeks({
    meters: 2,
    weeks: 8,
    plan: (meter, hour) => [(meter * 8 + Math.floor(hour / 168)) / 16, 0],
  });
  const { chunks, window, meters, scoredMeters } = await scoredSpans(weeks.input);
  assert.deepEqual([chunks.length, meters, scoredMeters], [7, 2, 2]);
  assert.deepEqual([window.from, window.to], [weeks.input.window.from, weeks.input.window.to]);
  for (const [week, span] of [...chunks, window].entries()) {
    assert.equal(span.ts.length, 336);
    assert.deepEqual([span.meterIds[167], span.meterIds[168]], ["m00", "m01"]);
    assert.deepEqual([span.score[0], span.score[335]], [week / 16, (8 + week) / 16]);
  }
  assert.deepEqual(Array.from(window.label.subarray(166, 170)), [0, 0, 1, 1]);
});

Deno.test("scoredSpans() passes over hours without a full history", async () => {
  await using weeks = await plannedWeeks({ meters: 1, weeks: 7, plan: () => [0.5, 0] });
  const { db, window } = weeks.input;
  await db.run(
    `UPDATE features SET change_168h = NULL WHERE ts < make_timestamp(${
      window.from * 1000 + 3600e6
    })`,
  );
  const scored = await scoredSpans(weeks.input);
  assert.equal(scored.window.score.length, 167);
  assert.ok(scored.chunks.every(({ score }) => score.length === 0));
});

Deno.test("scoredSpans() leaves out the earliest stretches, then meters, to stay within bounds", async () => {
  // 210 meters · 20 weeks · 168 h are 705,600 hours; 12 chunks and the window still 458,640.
  await using weeks = await plannedWeeks({ meters: 7, weeks: 20, plan: () => [0.5, 0] });
  const { db } = weeks.input;
  await db.run(`CREATE TABLE many AS SELECT * REPLACE (meter_id || '-' || i AS meter_id)
    FROM features, range(30) t(i); DROP TABLE features; ALTER TABLE many RENAME TO features`);
  const { chunks, window, meters, scoredMeters } = await scoredSpans(weeks.input);
  assert.deepEqual([chunks.length, meters], [12, 210]);
  // 400,000 hours are 183.15 meters of 13 · 168 hours.
  assert.equal(scoredMeters, 183);
  assert.equal(window.score.length, 183 * 168);
});

Deno.test("scoredSpans() scores an input once", async () => {
  await using weeks = await plannedWeeks({ meters: 1, weeks: 7, plan: () => [0.5, 0] });
  assert.equal(await scoredSpans(weeks.input), await scoredSpans(weeks.input));
});
