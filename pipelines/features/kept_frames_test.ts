import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { keptFrames } from "./kept_frames.ts";

Deno.test("keptFrames() keeps what the rows before dawn and those of the day tell together", async () => {
  await using db = await openDatabase({ threads: 1 });
  const kept = async (...windows: string[]) => {
    const list = windows.map((window, i) => `${window} AS v${i}`).join(", ");
    const sql = `WITH l AS (SELECT * FROM loads) SELECT meter_id, ts, ${list} FROM l`;
    return (await keptFrames(db, sql, "hours", "dawns"))?.columns.size;
  };
  assert.equal(await kept(`sum(kwh) ${frame(23)}`, `max(kwh) ${frame(167)}`), 2);
  // The same value twice is kept once.
  assert.equal(await kept(`count(*) ${frame(23)}`, `1 + count(*) ${frame(23)}`), 1);
  // A frame that is shorter than a day, and a value that is not told by its parts.
  assert.equal(await kept(`sum(kwh) ${frame(22)}`), undefined);
  assert.equal(await kept(`median(kwh) ${frame(23)}`, `min(kwh) ${frame(23)}`), 1);
  const distinct = await kept(`count(DISTINCT kwh) ${frame(23)}`);
  assert.equal(distinct, undefined);
});

Deno.test("keptFrames() aggregates the rows of a frame that lie before dawn, hour by hour", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE loads AS SELECT 'm' AS meter_id, TIMESTAMP '2024-01-01' + to_hours(h) AS ts, h AS kwh
      FROM range(60) t(h) WHERE h <> 46;
    CREATE TABLE dawns AS SELECT 'm' AS meter_id, TIMESTAMP '2024-01-03' AS dawn;
    CREATE TABLE hours AS SELECT 'm' AS meter_id, TIMESTAMP '2024-01-03' + to_hours(h) AS ts
      FROM (VALUES (0), (20), (21), (23)) t(h)`);
  const kept = await keptFrames(
    db,
    `WITH l AS (SELECT * FROM loads) SELECT meter_id, ts, sum(2 * kwh) ${frame(23)} AS a,
      count(*) ${frame(24)} AS b, min(kwh) ${frame(24)} AS c FROM l`,
    "hours",
    "dawns",
  );
  assert.deepEqual(
    await db.rows(`SELECT value_0, value_1, value_2 FROM (${kept!.sql}) ORDER BY ts`),
    [
      // Hours 25 to 47 and 24 to 47 of the loads, without the missing one.
      { value_0: 2 * ((25 + 47) * 23 / 2 - 46), value_1: 23, value_2: 24 },
      { value_0: 2 * (45 + 47), value_1: 3, value_2: 44 },
      { value_0: 2 * 47, value_1: 2, value_2: 45 },
      { value_0: null, value_1: 1, value_2: 47 },
    ],
  );
});

function frame(hours: number): string {
  return `OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL ${hours} HOURS PRECEDING AND CURRENT ROW)`;
}
