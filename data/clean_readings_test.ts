import assert from "node:assert/strict";
import fc from "fast-check";
import { cleanReadings } from "./clean_readings.ts";
import { openDatabase } from "./duckdb/mod.ts";
import { createRawTables } from "./relations.ts";

type RawRow = [meter: string, ts: number, kwh: number | null];

async function clean(rows: RawRow[], order = rows.map((_, i) => i)) {
  await using db = await openDatabase({ threads: 1 });
  await createRawTables(db);
  await db.append("raw_readings", {
    meter_id: order.map((i) => rows[i][0]),
    ts: order.map((i) => rows[i][1]),
    kwh: order.map((i) => rows[i][2]),
    source_row: order,
  });
  const counts = await cleanReadings(db);
  const readings = await db.rows("SELECT * FROM clean_readings");
  const rejected = await db.rows("SELECT * FROM rejected_readings");
  assert.deepEqual(counts, { readings: readings.length, rejected: rejected.length });
  return { readings, rejected };
}

Deno.test("cleanReadings() lets the later row win and keeps the earlier with its reason", async () => {
  const { readings, rejected } = await clean([["b", 0, 1], ["a", 0, 5], ["b", 0, 2], ["b", 0, 1]]);
  assert.deepEqual(readings, [
    { meter_id: "a", ts: 0, kwh: 5 },
    { meter_id: "b", ts: 0, kwh: 1 },
  ]);
  assert.deepEqual(rejected, [
    { meter_id: "b", ts: 0, kwh: 1, source_row: 0, reason: "superseded" },
    { meter_id: "b", ts: 0, kwh: 2, source_row: 2, reason: "superseded" },
  ]);
});

Deno.test("cleanReadings() rejects what is no number, which replaces nothing", async () => {
  const { readings, rejected } = await clean([
    ["a", 0, 5],
    ["a", 0, NaN],
    ["a", 0, null],
    ["b", 0, -Infinity],
  ]);
  assert.deepEqual(readings, [{ meter_id: "a", ts: 0, kwh: 5 }]);
  assert.deepEqual(rejected, [
    { meter_id: "a", ts: 0, kwh: NaN, source_row: 1, reason: "non_finite" },
    { meter_id: "a", ts: 0, kwh: null, source_row: 2, reason: "non_finite" },
    { meter_id: "b", ts: 0, kwh: -Infinity, source_row: 3, reason: "non_finite" },
  ]);
});

Deno.test("cleanReadings() keeps negative values and zeros, and accepts no rows", async () => {
  assert.equal((await clean([["a", 0, -1], ["a", 1000, 0]])).readings.length, 2);
  assert.deepEqual(await clean([]), { readings: [], rejected: [] });
});

Deno.test("cleanReadings() loses no row, whatever their order in the table", async () => {
  const row = fc.tuple(
    fc.constantFrom("a", "b"),
    fc.constantFrom(0, 3_600_000),
    fc.constantFrom(0, 1, -1, NaN, null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
      const forward = await clean(rows);
      const backward = await clean(rows, rows.map((_, i) => rows.length - 1 - i));
      assert.equal(forward.readings.length + forward.rejected.length, rows.length);
      assert.deepEqual(backward, forward);
    }),
    { seed: 2, numRuns: 15 },
  );
});
