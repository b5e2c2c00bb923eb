import assert from "node:assert/strict";
import {
  assertCheckConforms,
  cleanSeries,
  HOUR,
  issuesOf,
  londonDay,
  START,
} from "./check_conformance.ts";
import { gaps } from "./gaps.ts";

Deno.test("gaps finds three missing hours and one", async () => {
  await assertCheckConforms(gaps, (rows) => {
    rows.splice(100, 1);
    rows.splice(10, 3);
  }, [
    { from: START + 10 * HOUR, to: START + 13 * HOUR, count: 3 },
    { from: START + 100 * HOUR, to: START + 101 * HOUR, count: 1 },
  ]);
});

Deno.test("gaps counts in the meter's own interval and sees no gap before or after the series", async () => {
  const rows = cleanSeries().filter((row) => row.meterId === "quarter").slice(4, 40);
  assert.deepEqual(await issuesOf(gaps, rows), []);
  rows.splice(4, 4);
  const from = START + 2 * HOUR;
  assert.deepEqual(await issuesOf(gaps, rows), [
    { meterId: "quarter", from, to: from + HOUR, rule: "gaps", count: 4 },
  ]);
});

Deno.test("gaps takes a row without a value as a row", async () => {
  const rows = cleanSeries();
  rows[10].kwh = null;
  assert.deepEqual(await issuesOf(gaps, rows), []);
});

Deno.test("gaps counts the days of a daily meter on its own calendar", async () => {
  const daily = cleanSeries().filter((row) => row.meterId === "daily");
  // 31 March 2024 has 23 hours in London, 27 October 25: days 90 and 300 of the year.
  const rows = daily.filter((_, i) => i !== 90 && i !== 200 && i !== 201 && i !== 300);
  const issue = (from: number, to: number, count: number) => ({
    meterId: "daily",
    from,
    to,
    rule: "gaps",
    count,
  });
  assert.deepEqual(await issuesOf(gaps, rows), [
    issue(londonDay(2024, 2, 31), londonDay(2024, 3, 1), 1),
    issue(daily[200].ts, daily[202].ts, 2),
    issue(londonDay(2024, 9, 27), londonDay(2024, 9, 28), 1),
  ]);
});

Deno.test("gaps counts the months of a monthly meter, however long they are", async () => {
  const rows = cleanSeries().filter((row) => row.meterId === "monthly")
    .filter((_, i) => i !== 1 && (i < 5 || i > 7));
  assert.deepEqual(await issuesOf(gaps, rows), [
    {
      meterId: "monthly",
      from: londonDay(2024, 1, 1),
      to: londonDay(2024, 2, 1),
      rule: "gaps",
      count: 1,
    },
    {
      meterId: "monthly",
      from: londonDay(2024, 5, 1),
      to: londonDay(2024, 8, 1),
      rule: "gaps",
      count: 3,
    },
  ]);
});

Deno.test("gaps lets a logger be seconds late or early", async () => {
  const rows = cleanSeries().filter((row) => row.meterId === "building");
  for (const [i, row] of rows.entries()) row.ts += 20_000 * (i % 2);
  assert.deepEqual(await issuesOf(gaps, rows), []);
  rows.splice(11, 1);
  const [from, to] = [rows[10].ts + HOUR, rows[11].ts];
  assert.deepEqual(await issuesOf(gaps, rows), [
    { meterId: "building", from, to, rule: "gaps", count: 1 },
  ]);
});
