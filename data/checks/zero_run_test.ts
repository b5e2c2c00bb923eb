import assert from "node:assert/strict";
import {
  assertCheckConforms,
  cleanSeries,
  HOUR,
  issuesOf,
  type RawRow,
  START,
} from "./check_conformance.ts";
import { zeroRun } from "./zero_run.ts";

function zero(rows: RawRow[], meterId: string, fromHour: number, hours: number): void {
  for (const row of rows) {
    const hour = (row.ts - START) / HOUR;
    if (row.meterId === meterId && hour >= fromHour && hour < fromHour + hours) row.kwh = 0;
  }
}

Deno.test("zeroRun finds three hours of zero in a meter that never reads zero, not two", async () => {
  await assertCheckConforms(zeroRun, (rows) => {
    zero(rows, "building", 100, 3);
    zero(rows, "building", 200, 2);
  }, [{ from: START + 100 * HOUR, to: START + 103 * HOUR, count: 3 }]);
});

Deno.test("zeroRun waits for twenty hours in a room that is empty ten hours a night", async () => {
  const rows = cleanSeries();
  zero(rows, "room", 48 + 10, 9);
  assert.deepEqual(await issuesOf(zeroRun, rows), []);
  zero(rows, "room", 48 + 10, 10);
  const from = START + 48 * HOUR;
  assert.deepEqual(await issuesOf(zeroRun, rows), [
    { meterId: "room", from, to: from + 20 * HOUR, rule: "zero_run", count: 20 },
  ]);
});

Deno.test("zeroRun reports a meter that is zero all its life", async () => {
  const rows = cleanSeries().filter((row) => row.meterId === "quarter");
  zero(rows, "quarter", 0, 720);
  assert.deepEqual(await issuesOf(zeroRun, rows), [
    { meterId: "quarter", from: START, to: START + 720 * HOUR, rule: "zero_run", count: 2880 },
  ]);
});

Deno.test("zeroRun ends a run where an interval is missing", async () => {
  const rows = cleanSeries();
  zero(rows, "building", 100, 5);
  rows.splice(102, 1);
  assert.deepEqual(await issuesOf(zeroRun, rows), []);
});
