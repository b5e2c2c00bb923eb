import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { QUALITY_RULES, qualityTallies } from "./quality_tallies.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** An hourly meter over two days without the hours from 20 to 28, and what ingestion found. */
async function twoDays(): Promise<{ db: Awaited<ReturnType<typeof openDatabase>> }> {
  const db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE readings AS SELECT 'a' AS meter_id, make_timestamp(h * 3600000000) AS ts,
      1 + h % 5 AS kwh FROM range(48) hours(h) WHERE h < 20 OR h >= 28;
    CREATE TABLE meters AS SELECT 'a' AS meter_id, 'UTC' AS time_zone, 60 AS interval_minutes;
    CREATE TABLE issues AS SELECT 'a' AS meter_id, TIMESTAMP '1970-01-01 22:00' AS "from",
      TIMESTAMP '1970-01-02 02:00' AS "to", unnest(['out_of_order', 'spike']) AS rule, 4 AS count`);
  return { db };
}

const days = [{ from: 0, to: DAY_MS }, { from: DAY_MS, to: 2 * DAY_MS }];

Deno.test("qualityTallies() divides a stretch between the spans, and begins it once", async () => {
  const { db } = await twoDays();
  const gaps = (await qualityTallies(db, days)).filter(({ rule }) => rule === "gaps");
  await db.close();
  assert.deepEqual(gaps, [
    { rule: "gaps", meterId: "a", span: 0, intervals: 4, episodes: 1, since: 20 * HOUR_MS },
    { rule: "gaps", meterId: "a", span: 1, intervals: 4, episodes: 0, since: DAY_MS },
  ]);
});

Deno.test("qualityTallies() takes how rows came in from ingestion, and only that", async () => {
  const { db } = await twoDays();
  const tallies = await qualityTallies(db, days);
  await db.close();
  const found = (rule: string) => tallies.filter((tally) => tally.rule === rule);
  assert.deepEqual(found("out_of_order").map(({ intervals }) => intervals), [2, 2]);
  assert.deepEqual(found("spike"), []);
});

Deno.test("qualityTallies() knows nothing of readings after the last span", async () => {
  const { db } = await twoDays();
  const [first] = days;
  const tallies = await qualityTallies(db, [first]);
  await db.close();
  assert.deepEqual(tallies.map(({ rule }) => rule), ["out_of_order"]);
});

Deno.test("QUALITY_RULES are the data-quality checks", () => {
  assert.deepEqual(QUALITY_RULES, [
    "gaps",
    "duplicates",
    "out_of_order",
    "negative",
    "non_finite",
    "zero_run",
    "stuck_value",
    "spike",
    "wrong_interval",
  ]);
});
