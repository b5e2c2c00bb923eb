import assert from "node:assert/strict";
import { type Database, openDatabase } from "../../data/duckdb/mod.ts";
import type { MeterHours } from "../../models/mod.ts";
import { daysOf, eachMeterHours, hourlyMeters } from "./meter_hours.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A Monday. */
const START = Date.UTC(2024, 6, 1);
const WEEK = daysOf({ from: START, to: START + 7 * DAY_MS });

/** Meter a in London reads i kWh in hour i, b in Kolkata twice a reading of 0.5 kWh. */
async function withReadings(use: (db: Database) => Promise<void>): Promise<void> {
  await using db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE meters AS SELECT * FROM (VALUES
      ('a', 'london', 'Europe/London', 60),
      ('b', 'kolkata', 'Asia/Kolkata', 30),
      ('c', 'london', 'Europe/London', 60)
    ) t(meter_id, site_id, time_zone, interval_minutes);
    CREATE TABLE readings AS
      SELECT 'a' AS meter_id, make_timestamp(${START * 1000} + i * 3600000000) AS ts,
        CAST(i AS DOUBLE) AS kwh FROM range(200) t(i)
      UNION ALL
      SELECT 'b', make_timestamp(${START * 1000} + i * 1800000000), 0.5 FROM range(96) t(i);
    CREATE TABLE weather AS
      SELECT 'london' AS site_id, make_timestamp(${START * 1000} + i * 3600000000) AS ts,
        CAST(i AS DOUBLE) AS temperature_c FROM range(100) t(i);
    CREATE TABLE issues AS SELECT 'a' AS meter_id,
      make_timestamp(${(START + 30 * HOUR_MS) * 1000}) AS "from",
      make_timestamp(${(START + 33 * HOUR_MS) * 1000}) AS "to", 'zero_run' AS rule`);
  await use(db);
}

async function read(db: Database, until = Infinity): Promise<MeterHours[]> {
  const all: MeterHours[] = [];
  const end = Math.min(until, START + 30 * DAY_MS);
  await eachMeterHours(db, await hourlyMeters(db), { days: WEEK, until: end }, (hours) => {
    all.push(hours);
  });
  return all;
}

Deno.test("eachMeterHours() gives local days, hours of the week and the warmth of the last day", () =>
  withReadings(async (db) => {
    const [a] = await read(db);
    // 01:00 in London is midnight UTC in July; the last hour of the week is 22:00 UTC.
    assert.equal(a.kwh.length, 7 * 24 - 1 - 3);
    assert.deepEqual([a.days[0], a.cells[0], a.kwh[0], a.temperatures[0]], [0, 1, 0, 0]);
    const at = Array.from(a.kwh).indexOf(40);
    // Tuesday, 17:00; the mean of 17 to 40 °C.
    assert.deepEqual([a.days[at], a.cells[at], a.temperatures[at]], [1, 24 + 17, 28.5]);
    assert.equal(a.kwh[a.kwh.length - 1], 166);
    assert.ok(Number.isNaN(a.temperatures[a.temperatures.length - 1]));
  }));

Deno.test("eachMeterHours() leaves out hours in which the checks found something wrong", () =>
  withReadings(async (db) => {
    const [a] = await read(db);
    assert.deepEqual(Array.from(a.kwh).slice(28, 32), [28, 29, 33, 34]);
    await db.run("UPDATE issues SET rule = 'out_of_order'");
    const [late] = await read(db);
    assert.equal(late.kwh.length, a.kwh.length + 3);
  }));

Deno.test("eachMeterHours() joins readings to hours of a clock that is half an hour off", () =>
  withReadings(async (db) => {
    const [, b] = await read(db);
    // 05:30 in Kolkata is midnight UTC: the first half of that hour is not there.
    assert.deepEqual([b.days[0], b.cells[0], b.kwh[0]], [0, 6, 1]);
    assert.ok(Array.from(b.temperatures).every(Number.isNaN));
  }));

Deno.test("eachMeterHours() calls for a meter without hours, and reads nothing from the end on", () =>
  withReadings(async (db) => {
    const [a, , c] = await read(db, START + 10 * HOUR_MS);
    assert.deepEqual([a.kwh.length, c.kwh.length], [10, 0]);
  }));

Deno.test("eachMeterHours() leaves no relation behind and does not depend on row order", () =>
  withReadings(async (db) => {
    const before = await db.rows("SELECT table_name FROM information_schema.tables ORDER BY ALL");
    const first = await read(db);
    await db.run(`CREATE TABLE other AS FROM readings ORDER BY hash(ts); DROP TABLE readings;
      ALTER TABLE other RENAME TO readings`);
    assert.deepEqual(await read(db), first);
    assert.deepEqual(
      await db.rows("SELECT table_name FROM information_schema.tables ORDER BY ALL"),
      before,
    );
  }));
