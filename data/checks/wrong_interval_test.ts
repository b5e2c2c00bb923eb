import assert from "node:assert/strict";
import {
  assertCheckConforms,
  cleanSeries,
  HOUR,
  issuesOf,
  londonDay,
  START,
} from "./check_conformance.ts";
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

Deno.test("wrongInterval finds a second row of a day and of a month of the meter's calendar", async () => {
  const rows = cleanSeries().filter(({ meterId }) => meterId === "daily" || meterId === "monthly");
  const noon = { meterId: "daily", ts: londonDay(2024, 5, 3) + 12 * HOUR, kwh: 1 };
  const middle = { meterId: "monthly", ts: londonDay(2024, 1, 15), kwh: 1 };
  assert.deepEqual(await issuesOf(wrongInterval, [...rows, noon, middle]), [
    {
      meterId: "daily",
      from: londonDay(2024, 5, 3),
      to: noon.ts,
      rule: "wrong_interval",
      count: 1,
    },
    {
      meterId: "monthly",
      from: londonDay(2024, 1, 1),
      to: middle.ts,
      rule: "wrong_interval",
      count: 1,
    },
  ]);
});
