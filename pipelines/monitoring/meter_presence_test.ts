import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { meterPresence } from "./meter_presence.ts";

const HOUR_MS = 3_600_000;

Deno.test("meterPresence() tells when and how often meters send, before and in the window", async () => {
  await using db = await openDatabase({ threads: 1 });
  // Hourly to 9 h without 4, 5 and 6 h, then every two hours to 20 h; another begins at 12 h.
  await db.run(`
    CREATE TABLE readings AS
      SELECT 'a' AS meter_id, make_timestamp(h * 3600000000) AS ts, 1.0 AS kwh
      FROM range(30) t(h) WHERE h < 4 OR h BETWEEN 7 AND 9 OR (h >= 10 AND h % 2 = 0)
      UNION ALL SELECT 'b', make_timestamp(h * 3600000000), 1.0 FROM range(12, 30) t(h)
      UNION ALL SELECT 'gone', TIMESTAMP '1969-12-31', 1.0;
    CREATE TABLE meters AS SELECT unnest(['a', 'b', 'gone']) AS meter_id, 60 AS interval_minutes`);
  const spans = {
    reference: { from: 0, to: 10 * HOUR_MS },
    window: { from: 10 * HOUR_MS, to: 20 * HOUR_MS },
  };
  assert.deepEqual(await meterPresence({ db, ...spans }), [
    {
      meterId: "a",
      intervalMs: HOUR_MS,
      first: 0,
      last: 18 * HOUR_MS,
      before: 7,
      within: 5,
      usualStepBefore: HOUR_MS,
      usualStepWithin: 2 * HOUR_MS,
      longestStepBefore: 4 * HOUR_MS,
    },
    {
      meterId: "b",
      intervalMs: HOUR_MS,
      first: 12 * HOUR_MS,
      last: 19 * HOUR_MS,
      before: 0,
      within: 8,
      usualStepBefore: null,
      usualStepWithin: HOUR_MS,
      longestStepBefore: null,
    },
  ]);
});
