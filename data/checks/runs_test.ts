import assert from "node:assert/strict";
import { type Database, openDatabase } from "../duckdb/mod.ts";
import { mergeRuns } from "./runs.ts";

const MINUTE = 60_000;
const DAY = 1440;

/** Meters `a` (15 minutes), `b` (hourly), `d` (daily) and `m` (monthly) in London. */
async function openFlagged(
  flagged: readonly (readonly [meter: string, minutes: number, count: number, kwh?: number])[],
): Promise<Database> {
  const db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE flagged (meter_id VARCHAR, ts TIMESTAMP, count BIGINT, kwh DOUBLE);
    CREATE TABLE meters AS SELECT *, 'Europe/London' AS time_zone
    FROM (VALUES ('a', 15), ('b', 60), ('d', 1440), ('m', 44640)) AS t(meter_id, interval_minutes)`);
  await db.append("flagged", {
    meter_id: flagged.map(([meter]) => meter),
    ts: flagged.map(([, minutes]) => minutes * MINUTE),
    count: flagged.map(([, , count]) => count),
    kwh: flagged.map(([, , , kwh]) => kwh ?? null),
  });
  return db;
}

/** The stretches as `[meter, from, to, count]`, in minutes. */
async function stretches(flagged: Parameters<typeof openFlagged>[0], same?: string) {
  await using db = await openFlagged(flagged);
  const rows = await db.rows<{ meter_id: string; from_ts: number; to_ts: number; count: number }>(
    `${mergeRuns("FROM flagged", same)} ORDER BY meter_id, from_ts`,
  );
  return rows.map((row) => [row.meter_id, row.from_ts / MINUTE, row.to_ts / MINUTE, row.count]);
}

Deno.test("mergeRuns() joins neighbours of a meter, adds their counts, splits at a gap", async () => {
  assert.deepEqual(
    await stretches([["a", 15, 2], ["a", 0, 1], ["a", 45, 1], ["b", 0, 1], ["b", 60, 5]]),
    [["a", 0, 30, 3], ["a", 45, 60, 1], ["b", 0, 120, 6]],
  );
});

Deno.test("mergeRuns() keeps stretches apart whatever rows lie off the grid before", async () => {
  // Three rows within an hour once made the row four hours later the fourth of their stretch.
  assert.deepEqual(
    await stretches([["b", 0, 1], ["b", 15, 1], ["b", 30, 1], ["b", 45, 1], ["b", 240, 1]]),
    [["b", 0, 105, 4], ["b", 240, 300, 1]],
  );
});

Deno.test("mergeRuns() lets a logger be half a minute late, not more", async () => {
  assert.deepEqual(await stretches([["b", 0, 1], ["b", 60.5, 1], ["b", 121.1, 1]]), [
    ["b", 0, 120.5, 2],
    ["b", 121.1, 181.1, 1],
  ]);
});

Deno.test("mergeRuns() joins local days over a clock change and months of any length", async () => {
  const at = (...date: [number, number, number, number?]) => Date.UTC(...date) / MINUTE;
  // 25 October 2020 had 25 hours; February had 29 days.
  const [saturday, sunday, monday] = [at(2020, 9, 23, 23), at(2020, 9, 24, 23), at(2020, 9, 26)];
  assert.deepEqual(
    await stretches([
      ["d", saturday, 1],
      ["d", sunday, 1],
      ["d", monday, 1],
      ["d", monday + 2 * DAY, 1],
      ["m", at(2020, 0, 1), 1],
      ["m", at(2020, 1, 1), 1],
      ["m", at(2020, 2, 1), 1],
    ]),
    [
      ["d", saturday, monday + DAY, 3],
      ["d", monday + 2 * DAY, monday + 3 * DAY, 1],
      ["m", at(2020, 0, 1), at(2020, 2, 31, 23), 3],
    ],
  );
});

Deno.test("mergeRuns() begins a new stretch where the value that must be equal changes", async () => {
  const rows = [["b", 0, 1, 5], ["b", 60, 1, 5], ["b", 90, 1, 7], ["b", 120, 1, 5]] as const;
  assert.deepEqual(await stretches(rows, "kwh"), [
    ["b", 0, 120, 2],
    ["b", 90, 150, 1],
    ["b", 120, 180, 1],
  ]);
  await using db = await openFlagged(rows);
  const values = await db.rows(`SELECT kwh FROM (${mergeRuns("FROM flagged", "kwh")})
    ORDER BY from_ts`);
  assert.deepEqual(values, [{ kwh: 5 }, { kwh: 7 }, { kwh: 5 }]);
});

Deno.test("mergeRuns() gives nothing for nothing", async () => {
  assert.deepEqual(await stretches([]), []);
});
