import assert from "node:assert/strict";
import { type Database, openDatabase } from "../../data/duckdb/mod.ts";
import { judgeBefore } from "./known_issues.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hourly readings of meter "m" from 1970 on, and a second reading of hour 50, which lost. */
async function database(kwh: readonly number[]): Promise<Database> {
  const db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE readings (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE);
    CREATE TABLE rejected AS SELECT 'm' AS meter_id, make_timestamp(50 * 3600000000) AS ts,
      1.5 AS kwh, 1 AS source_row, 'superseded' AS reason;
    CREATE TABLE meters AS SELECT 'm' AS meter_id, 's' AS site_id, 'UTC' AS time_zone,
      60 AS interval_minutes;
    CREATE VIEW issues AS SELECT 'm' AS meter_id`);
  await db.append("readings", {
    meter_id: kwh.map(() => "m"),
    ts: kwh.map((_, hour) => hour * HOUR),
    kwh,
  });
  return db;
}

async function issues(db: Database, until: number) {
  await judgeBefore(db, until);
  const rows = await db.rows<{ rule: string; from: number; to: number }>(
    'SELECT * FROM issues ORDER BY "from", rule',
  );
  return rows.map(({ rule, from, to }) => [rule, from / HOUR, to / HOUR]);
}

/** A daily cycle; five hours of zero on day 10, and half of every day from day 30 on. */
const kwh = Array.from({ length: 90 * 24 }, (_, hour) => {
  const day = Math.floor(hour / 24);
  const off = day >= 30 ? hour % 24 < 12 : day === 10 && hour % 24 < 5;
  return off ? 0 : 2 + Math.sin(hour);
});

Deno.test("judgeBefore() finds what is odd for what is known, and nothing later", async () => {
  await using db = await database(kwh);
  const known = [["duplicates", 50, 51], ["zero_run", 240, 245]];
  assert.deepEqual(await issues(db, 30 * DAY), known);
  await using cut = await database(kwh.slice(0, 30 * 24));
  assert.deepEqual(await issues(cut, 30 * DAY), known);
  // By the end zeros are usual.
  assert.deepEqual(await issues(db, 90 * DAY), [["duplicates", 50, 51]]);
});

Deno.test("judgeBefore() leaves the readings and no other relation", async () => {
  await using db = await database(kwh);
  await judgeBefore(db, 30 * DAY);
  assert.deepEqual(
    await db.rows(
      "SELECT table_schema || '.' || table_name AS name FROM information_schema.tables ORDER BY ALL",
    ),
    ["issues", "meters", "readings", "rejected"].map((name) => ({ name: `main.${name}` })),
  );
  assert.deepEqual(await db.rows("SELECT count(*) AS n FROM readings"), [{ n: kwh.length }]);
});

Deno.test("judgeBefore() finds nothing where nothing is known", async () => {
  await using db = await database(kwh);
  assert.deepEqual(await issues(db, 0), []);
});
