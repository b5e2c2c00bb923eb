import assert from "node:assert/strict";
import { assertCheckConforms, cleanSeries, HOUR, issuesOf, START } from "./check_conformance.ts";
import { wrongInterval } from "./wrong_interval.ts";

Deno.test("wrongInterval finds a row between two hours: two steps of half an hour", async () => {
  await assertCheckConforms(wrongInterval, (rows) => {
    rows.splice(11, 0, { ...rows[10], ts: START + 10.5 * HOUR });
  }, [{ from: START + 10 * HOUR, to: START + 11 * HOUR, count: 2 }]);
});

Deno.test("wrongInterval joins neighbouring steps off the grid", async () => {
  const rows = cleanSeries();
  for (let i = 20; i < 23; i++) rows[i].ts += 1000 * (i - 19);
  assert.deepEqual(await issuesOf(wrongInterval, rows), [
    {
      meterId: "building",
      from: START + 19 * HOUR,
      to: START + 23 * HOUR,
      rule: "wrong_interval",
      count: 4,
    },
  ]);
});

Deno.test("wrongInterval takes a gap of whole intervals as right", async () => {
  assert.deepEqual(await issuesOf(wrongInterval, cleanSeries().toSpliced(10, 3)), []);
});
