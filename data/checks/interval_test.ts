import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { afterInterval, intervalsBetween } from "./interval.ts";

/** Number of intervals between two UTC times, and the end of the interval that starts first. */
async function measure(
  minutes: number,
  zone: string,
  from: string,
  to: string,
): Promise<[intervals: number, after: string]> {
  await using db = await openDatabase({ threads: 1 });
  const [row] = await db.rows<{ n: number; after: number }>(`
    SELECT ${intervalsBetween('"from"', '"to"')} AS n, ${afterInterval('"from"')} AS after
    FROM (SELECT TIMESTAMP '${from}' AS "from", TIMESTAMP '${to}' AS "to",
      ${minutes} AS interval_minutes, '${zone}' AS time_zone)`);
  return [row.n, new Date(row.after).toISOString().slice(0, 16)];
}

const DAY = 1440;

Deno.test("intervalsBetween() and afterInterval() measure time below a day", async () => {
  const at = (minutes: number, to: string) => measure(minutes, "Europe/London", "2020-03-29", to);
  assert.deepEqual(await at(60, "2020-03-29 03:00"), [3, "2020-03-29T01:00"]);
  assert.deepEqual(await at(60, "2020-03-29 01:30"), [1.5, "2020-03-29T01:00"]);
  assert.deepEqual(await at(15, "2021-03-29"), [365 * 96, "2020-03-29T00:15"]);
});

Deno.test("intervalsBetween() and afterInterval() count local days, of 23 and 25 hours too", async () => {
  const london = (from: string, to: string, minutes = DAY) =>
    measure(minutes, "Europe/London", from, to);
  assert.deepEqual(await london("2020-03-29", "2020-03-29 23:00"), [1, "2020-03-29T23:00"]);
  assert.deepEqual(await london("2020-03-28", "2020-03-29 23:00"), [2, "2020-03-29T00:00"]);
  assert.deepEqual(await london("2020-10-24 23:00", "2020-10-26"), [1, "2020-10-26T00:00"]);
  assert.deepEqual(await london("2020-03-29", "2020-03-29 12:00"), [0, "2020-03-29T23:00"]);
  assert.deepEqual(await london("2020-03-23", "2020-04-05 23:00", 7 * DAY), [
    2,
    "2020-03-29T23:00",
  ]);
});

Deno.test("intervalsBetween() and afterInterval() count months of any length, quarters and years", async () => {
  const utc = (minutes: number, from: string, to: string) => measure(minutes, "UTC", from, to);
  for (const days of [28, 30, 31]) {
    assert.deepEqual(await utc(days * DAY, "2020-01-31", "2020-03-31"), [2, "2020-02-29T00:00"]);
  }
  assert.deepEqual(await utc(91 * DAY, "2020-01-01", "2020-10-01"), [3, "2020-04-01T00:00"]);
  assert.deepEqual(await utc(365 * DAY, "2020-01-01", "2022-07-01"), [2.5, "2021-01-01T00:00"]);
  // Local midnight of the first of the month.
  assert.deepEqual(
    await measure(31 * DAY, "Asia/Kolkata", "2020-01-31 18:30", "2020-02-29 18:30"),
    [1, "2020-02-29T18:30"],
  );
});
