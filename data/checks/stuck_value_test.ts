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
