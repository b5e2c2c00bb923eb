import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { mergeRuns } from "./runs.ts";

Deno.test("mergeRuns() joins neighbours of a meter, adds their counts, splits at a gap", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE flagged (meter_id VARCHAR, ts TIMESTAMP, count BIGINT)");
  await db.run(`
    CREATE TABLE meters AS FROM (VALUES ('a', 15), ('b', 60)) AS t(meter_id, interval_minutes)`);
  const minutes = [15, 0, 45, 0, 60];
  await db.append("flagged", {
    meter_id: ["a", "a", "a", "b", "b"],
    ts: minutes.map((minute) => minute * 60_000),
    count: [2, 1, 1, 1, 5],
  });
  const rows = await db.rows(`${mergeRuns("FROM flagged")} ORDER BY meter_id, from_ts`);
  assert.deepEqual(rows, [
    { meter_id: "a", from_ts: 0, to_ts: 30 * 60_000, count: 3 },
    { meter_id: "a", from_ts: 45 * 60_000, to_ts: 60 * 60_000, count: 1 },
    { meter_id: "b", from_ts: 0, to_ts: 120 * 60_000, count: 6 },
  ]);
});
