import assert from "node:assert/strict";
import { assertCheckConforms, cleanSeries, HOUR, issuesOf, START } from "./check_conformance.ts";
import { stuckValue } from "./stuck_value.ts";

Deno.test("stuckValue finds twelve equal values, not eleven and not zeros", async () => {
  await assertCheckConforms(stuckValue, (rows) => {
    for (let i = 50; i < 62; i++) rows[i].kwh = 25.01;
    for (let i = 100; i < 111; i++) rows[i].kwh = 25.02;
    for (let i = 200; i < 250; i++) rows[i].kwh = 0;
  }, [{ from: START + 50 * HOUR, to: START + 62 * HOUR, count: 12 }]);
});

Deno.test("stuckValue allows a coarse meter twice the length of its usual runs", async () => {
  const rows = cleanSeries().filter((row) => row.meterId === "building");
  // Ten equal hours every night: one run in fifteen, so more than 1 in 100.
  for (const [i, row] of rows.entries()) if (i % 24 < 10) row.kwh = 0.1;
  for (let i = 48; i < 48 + 19; i++) rows[i].kwh = 0.1;
  assert.deepEqual(await issuesOf(stuckValue, rows), []);
  rows[48 + 19].kwh = 0.1;
  const from = START + 48 * HOUR;
  assert.deepEqual(await issuesOf(stuckValue, rows), [
    { meterId: "building", from, to: from + 20 * HOUR, rule: "stuck_value", count: 20 },
  ]);
});

Deno.test("stuckValue reports a meter stuck all its life", async () => {
  const rows = cleanSeries().filter((row) => row.meterId === "quarter");
  for (const row of rows) row.kwh = 3;
  assert.deepEqual(await issuesOf(stuckValue, rows), [
    { meterId: "quarter", from: START, to: START + 720 * HOUR, rule: "stuck_value", count: 2880 },
  ]);
});

Deno.test("stuckValue finds stuck hours in days, a week and a month, also twice", async () => {
  const lengths = [[30, [10]], [90, [5, 50]], [168, [0, 60, 140]], [720, [9]]] as const;
  for (const [hours, starts] of lengths) {
    const rows = cleanSeries().filter((row) => row.meterId === "building").slice(0, hours);
    assert.deepEqual(await issuesOf(stuckValue, rows), []);
    for (const start of starts) {
      for (let i = start; i < start + 12; i++) rows[i].kwh = 7.5;
    }
    const issues = await issuesOf(stuckValue, rows);
    assert.deepEqual(
      issues.map(({ from, count }) => [(from - START) / HOUR, count]),
      starts.map((start) => [start, 12]),
    );
  }
});

Deno.test("stuckValue ends a run where another value lies between, also off the grid", async () => {
  const rows = cleanSeries().filter((row) => row.meterId === "building");
  for (let i = 50; i < 62; i++) rows[i].kwh = 25.01;
  assert.equal((await issuesOf(stuckValue, rows)).length, 1);
  rows.push({ meterId: "building", ts: START + 55.5 * HOUR, kwh: 3 });
  assert.deepEqual(await issuesOf(stuckValue, rows), []);
});
