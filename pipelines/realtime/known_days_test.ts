import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { knownDays } from "./known_days.ts";

const HOUR = 3_600_000;

Deno.test("known days have the readings that lie in one of them, meter by meter", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE SCHEMA recent;
    CREATE TABLE recent.known_days AS SELECT * FROM (VALUES
      ('a', TIMESTAMP '1970-01-01 00:00', TIMESTAMP '1970-01-02 00:00'),
      ('a', TIMESTAMP '1970-01-02 00:00', TIMESTAMP '1970-01-03 00:00'),
      ('b', TIMESTAMP '1970-01-01 05:00', TIMESTAMP '1970-01-02 05:00')) t(meter_id, first, stop)`);
  const days = knownDays(db);
  await days.refresh();
  const have = (...readings: readonly (readonly [string, number])[]) =>
    days.haveAll(readings.map(([meterId, hour]) => ({ meterId, ts: hour * HOUR, kwh: 1 })));
  assert.ok(have(["a", 0], ["a", 23.75], ["b", 28]));
  assert.ok(have(["a", 24], ["b", 5]));
  // Of two days; before and after a day; of a meter without any.
  assert.ok(!have(["a", 23], ["a", 24]));
  assert.ok(!have(["b", 4]));
  assert.ok(!have(["b", 29]));
  assert.ok(!have(["a", 0], ["c", 0]));
  // Of a day that is longer than asked for.
  assert.ok(!days.haveAll([{ meterId: "a", ts: 0, kwh: 1 }], 23));
  assert.ok(days.haveAll([{ meterId: "a", ts: 0, kwh: 1 }], 24));
});
