import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { createRawTables } from "../relations.ts";
import { inferMeters } from "./infer_meters.ts";

const MINUTE = 60_000;

async function intervals(times: Record<string, number[]>): Promise<unknown[]> {
  await using db = await openDatabase({ threads: 1 });
  await createRawTables(db);
  const rows = Object.entries(times).flatMap(([id, minutes]) => minutes.map((m) => ({ id, m })));
  await db.append("raw_readings", {
    meter_id: rows.map((row) => row.id),
    ts: rows.map((row) => row.m * MINUTE),
    kwh: rows.map(() => 1),
    source_row: rows.map((_, i) => i),
  });
  await inferMeters(db, { siteId: "s", timeZone: "Asia/Kolkata" });
  return await db.rows("SELECT meter_id AS id, interval_minutes AS m FROM meters");
}

Deno.test("inferMeters() takes the most frequent step, whatever gaps and repeats there are", async () => {
  assert.deepEqual(
    await intervals({ b: [0, 15, 15, 15, 30, 45, 600, 615], a: [120, 0, 60, 240, 300] }),
    [{ id: "a", m: 60 }, { id: "b", m: 15 }],
  );
});

Deno.test("inferMeters() takes the shortest of equally frequent steps", async () => {
  assert.deepEqual(await intervals({ a: [0, 30, 90] }), [{ id: "a", m: 30 }]);
});

Deno.test("inferMeters() takes a single reading as hourly and no reading as no meter", async () => {
  assert.deepEqual(await intervals({ a: [7] }), [{ id: "a", m: 60 }]);
  assert.deepEqual(await intervals({}), []);
});

Deno.test("inferMeters() lets a logger be seconds late, early or repeat itself", async () => {
  const late = [0, 0.3, 0, -0.2, 0.1, 0.4, 0].map((minutes, hour) => 60 * hour + minutes);
  assert.deepEqual(await intervals({ a: [...late, 60.5] }), [{ id: "a", m: 60 }]);
  assert.deepEqual(await intervals({ a: [0, 0.5, 60] }), [{ id: "a", m: 60 }]);
});

Deno.test("inferMeters() refuses readings less than a minute apart and takes those of a minute", async () => {
  assert.deepEqual(await intervals({ a: [0, 1, 2, 3] }), [{ id: "a", m: 1 }]);
  await assert.rejects(intervals({ a: [0, 60, 120], b: [0, 0.5, 1, 1.5] }), {
    name: "RangeError",
    message:
      'Cannot use meter "b" as its readings must be a minute apart or more: most steps are shorter',
  });
});

Deno.test("inferMeters() bears times thousands of years apart", async () => {
  const year9999 = Date.UTC(9999, 0, 1) / MINUTE;
  assert.deepEqual(await intervals({ a: [0, 60, 120, year9999] }), [{ id: "a", m: 60 }]);
  assert.deepEqual(await intervals({ a: [0, year9999] }), [{ id: "a", m: 2_000_000_000 }]);
});

Deno.test("inferMeters() takes the length of a month and of a year", async () => {
  const day = 24 * 60;
  const months = [0, 31, 59, 90, 120, 151, 181].map((days) => days * day);
  assert.deepEqual(await intervals({ a: months, b: [0, 365 * day] }), [
    { id: "a", m: 31 * day },
    { id: "b", m: 365 * day },
  ]);
});
