import assert from "node:assert/strict";
import { assertCheckConforms, cleanSeries, HOUR, issuesOf, START } from "./check_conformance.ts";
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
