import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { keptFrames } from "./kept_frames.ts";
import { rowsQuery } from "./rows_query.ts";

const VIEW = `WITH l AS (SELECT *, 2 * kwh AS twice FROM loads), w AS (
    SELECT meter_id, ts, sum(kwh) ${frame(23)} AS day, sum(kwh) ${frame(71)} + 1 AS days,
      sum(CASE WHEN kwh > 10 THEN twice END) ${frame(23)} AS loud, count(odd) ${frame(47)} AS odds,
      count(*) FILTER (WHERE kwh > 10) ${frame(47)} AS high, min(odd) ${frame(23)} AS least,
      max(odd) ${frame(71)} AS most, kwh FROM l)
  SELECT meter_id, ts, day, days, loud, odds, high, least, most, kwh FROM w`;

Deno.test("frames of what is kept and of the day have the values of the view", async () => {
  await using db = await openDatabase({ threads: 1 });
  // Meter "b" begins in the day; of "a" some hours are missing, before dawn and after it.
  await db.run(`
    CREATE TABLE loads AS
      SELECT m.meter_id, TIMESTAMP '2024-01-01' + to_hours(h) AS ts,
        CAST(hash(m.meter_id, h) % 20000 AS DECIMAL(18, 9)) / 1000 AS load,
        CAST(load AS DECIMAL(18, 9)) AS kwh, CASE WHEN h % 5 = 0 THEN h END AS odd
      FROM range(96) t(h), (VALUES ('a', 0), ('b', 77)) m(meter_id, first)
      WHERE h >= first AND h NOT IN (70, 71, 75);
    CREATE TABLE dawns AS
      SELECT unnest(['a', 'b']) AS meter_id, TIMESTAMP '2024-01-04' AS dawn;
    CREATE TABLE hours AS SELECT meter_id, dawn + to_hours(h) AS ts FROM dawns, range(24) t(h);
    CREATE TABLE view AS ${VIEW}`);
  const kept = await keptFrames(db, VIEW, "hours", "dawns");
  await db.run(`CREATE TABLE kept AS ${kept!.sql}`);
  for (
    const condition of ["true", "ts = TIMESTAMP '2024-01-04'", "ts >= TIMESTAMP '2024-01-04 23:00'"]
  ) {
    await db.run(`CREATE OR REPLACE TABLE asked AS SELECT * FROM hours WHERE ${condition}`);
    const query = await rowsQuery(db, VIEW, {
      keys: ["meter_id", "ts"],
      wanted: "asked",
      kept: { ...kept!, relation: "kept" },
    });
    assert.match(query, /kept/);
    const rows = await db.rows(`FROM (${query}) ORDER BY ALL`);
    assert.deepEqual(
      rows,
      await db.rows("FROM view SEMI JOIN asked USING (meter_id, ts) ORDER BY ALL"),
    );
    assert.ok(rows.length > 0);
  }
});

Deno.test("a view with a frame that is not kept reads none that is", async () => {
  await using db = await openDatabase({ threads: 1 });
  const query = async (other: string) => {
    const view = `WITH l AS (SELECT * FROM loads)
      SELECT meter_id, ts, sum(kwh) ${frame(23)} AS day, ${other} AS other FROM l`;
    const kept = (await keptFrames(db, view, "hours", "dawns"))!;
    const keys = ["meter_id", "ts"];
    return await rowsQuery(db, view, {
      keys,
      wanted: "asked",
      kept: { ...kept, relation: "kept" },
    });
  };
  assert.doesNotMatch(await query(`median(kwh) ${frame(23)}`), /kept/);
  assert.doesNotMatch(await query(`sum(kwh) ${frame(5)}`), /kept/);
  assert.match(await query(`sum(kwh) ${frame(47)}`), /kept/);
});

function frame(hours: number): string {
  return `OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL ${hours} HOURS PRECEDING AND CURRENT ROW)`;
}
