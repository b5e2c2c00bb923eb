import assert from "node:assert/strict";
import { featureViews, materialize } from "../features/mod.ts";
import { openReadings, type SimulatedReadings, simulateLoad } from "../features/simulated_load.ts";
import { makeDawns } from "./dawn.ts";
import { openHistory } from "./history.ts";

const FROM = Date.UTC(2021, 0, 25);
const HOURS = 24 * 63;
const meters = [
  { meterId: "h", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 1 },
  { meterId: "k", siteId: "s", timeZone: "Asia/Kolkata", intervalMinutes: 30, size: 3 },
];
const load = simulateLoad(meters, { from: FROM, hours: HOURS, seed: 21 });

function until(end: number): SimulatedReadings {
  const rows = load.ts.flatMap((ts, row) => ts < end ? [row] : []);
  return {
    meter_id: rows.map((row) => load.meter_id[row]),
    ts: rows.map((row) => load.ts[row]),
    kwh: rows.map((row) => load.kwh[row]),
  };
}

Deno.test("makeDawns() makes the rows of every hour of a day, whatever its loads will be", async () => {
  // The day on which London has 23 hours and Kolkata 24.
  const day = "2021-03-28";
  await using batch = await openReadings(load, { meters });
  await materialize(batch, featureViews);
  await using db = await openReadings(until(Date.UTC(2021, 2, 28)), { meters });
  const history = await openHistory(db, featureViews);
  await db.run(`CREATE OR REPLACE TABLE dawns AS
    SELECT * FROM (VALUES ('h', DATE '${day}')) t(meter_id, day)`);
  await makeDawns(db, history.views);
  const columns = "ts, usual_week, usual_day, usual_kind, scale, load_scale, usual_variability";
  const ofDay = `WHERE meter_id = 'h' AND ts >= TIMESTAMP '2021-03-28'
    AND ts < TIMESTAMP '2021-03-28 23:00' ORDER BY ts`;
  const made = await db.rows(`SELECT ${columns} FROM recent.energy_profile ${ofDay}`);
  assert.equal(made.length, 23);
  assert.deepEqual(made, await batch.rows(`SELECT ${columns} FROM energy_profile ${ofDay}`));
  for (const name of ["energy_usual", "energy_extremes"]) {
    const of = `WHERE meter_id = 'h' AND day = DATE '${day}'`;
    assert.deepEqual(
      await db.rows(`FROM recent.${name} ${of}`),
      await batch.rows(`FROM ${name} ${of}`),
    );
  }
  assert.deepEqual(await db.rows("FROM recent.known_days"), [
    { meter_id: "h", day, first: Date.UTC(2021, 2, 28), stop: Date.UTC(2021, 2, 28, 23) },
  ]);
});

Deno.test("makeDawns() forgets the days of a meter that were made long before", async () => {
  await using db = await openReadings(until(Date.UTC(2021, 2, 10)), { meters });
  const history = await openHistory(db, featureViews);
  const make = async (meterId: string, day: number) => {
    await db.run(`CREATE OR REPLACE TABLE dawns AS
      SELECT '${meterId}' AS meter_id, DATE '2021-03-10' + ${day} AS day`);
    await makeDawns(db, history.views);
  };
  await make("k", 0);
  for (let day = 0; day < 9; day++) await make("h", day);
  const days = `SELECT CAST(min(day) AS VARCHAR) AS first, count(*) AS days FROM recent.known_days`;
  assert.deepEqual(await db.rows(`${days} WHERE meter_id = 'h'`), [{
    first: "2021-03-12",
    days: 7,
  }]);
  assert.deepEqual(await db.rows(`${days} WHERE meter_id = 'k'`), [{
    first: "2021-03-10",
    days: 1,
  }]);
  for (const name of ["energy_hourly", "energy_context"]) {
    const hours = `SELECT min(ts) AS first, count(*) AS hours FROM recent.${name}_frames`;
    assert.deepEqual(await db.rows(`${hours} WHERE meter_id = 'h'`), [
      { first: Date.UTC(2021, 2, 12), hours: 7 * 24 },
    ]);
  }
});
