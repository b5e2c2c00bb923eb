import assert from "node:assert/strict";
import { HOSTEL_END, HOSTEL_START, openScoredHostel } from "../pipelines/scored_hostel_fixture.ts";
import { scoreLake } from "../pipelines/steps/mod.ts";
import { readLakeScoring } from "./lake_scoring.ts";

const METERS = ["room-2-01", "room-4-01", "room-6-01"];
const HOUR = 3_600_000;

Deno.test("readLakeScoring() sums up each meter as its hours and events do", async () => {
  await using hostel = await openScoredHostel();
  const { db, config } = hostel.context;
  const scoring = await readLakeScoring(db, config.home, hostel.dataset);
  assert.ok(scoring !== null);
  const meters = await scoring.meters();
  assert.deepEqual(meters.map(({ meterId }) => meterId), METERS);
  for (const { meterId, events, anomalousHours, from, to, lastEvent } of meters) {
    const series = await scoring.meterSeries(meterId, HOSTEL_START, HOSTEL_END);
    assert.equal(events, series.events.length);
    assert.equal(lastEvent, series.events.at(-1)?.start);
    assert.equal(anomalousHours, Array.from(series.label).filter((label) => label === 1).length);
    assert.deepEqual([from, to], [series.ts[0], series.ts[series.ts.length - 1] + HOUR]);
  }
});

Deno.test("readLakeScoring() gives the hours of a window and the events that touch it", async () => {
  await using hostel = await openScoredHostel();
  const { db, config } = hostel.context;
  const scoring = await readLakeScoring(db, config.home, hostel.dataset);
  assert.ok(scoring !== null);
  const { events } = await scoring.meterSeries("room-6-01", HOSTEL_START, HOSTEL_END);
  const { start, end } = events.find(({ intervals }) => intervals === 9) ?? assert.fail();
  const middle = await scoring.meterSeries("room-6-01", start + HOUR, end - HOUR);
  assert.deepEqual([middle.ts.length, middle.events.length], [7, 1]);
  assert.equal((await scoring.meterSeries("attic", HOSTEL_START, HOSTEL_END)).ts.length, 0);
});

Deno.test("readLakeScoring() stays with its scoring when another becomes current", async () => {
  await using hostel = await openScoredHostel();
  const { db, config } = hostel.context;
  const before = await readLakeScoring(db, config.home, hostel.dataset);
  const meters = await before?.meters();
  await db.run(`CREATE TABLE one_room AS SELECT * FROM features WHERE meter_id = 'room-2-01';
    DROP VIEW features; CREATE VIEW features AS SELECT * FROM one_room`);
  await scoreLake(hostel.context, { ...hostel.model, version: "4" }, hostel.dataset);
  const after = await readLakeScoring(db, config.home, hostel.dataset);
  assert.deepEqual([before?.version, after?.version], ["3", "4"]);
  assert.deepEqual(await before?.meters(), meters);
  assert.deepEqual((await after?.meters())?.map(({ meterId }) => meterId), ["room-2-01"]);
});

Deno.test("readLakeScoring() is null before the first scoring", async () => {
  await using hostel = await openScoredHostel();
  const { db, config } = hostel.context;
  assert.equal(await readLakeScoring(db, config.home, "other"), null);
});
