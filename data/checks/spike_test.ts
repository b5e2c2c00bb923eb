import assert from "node:assert/strict";
import {
  assertCheckConforms,
  cleanSeries,
  HOUR,
  issuesOf,
  type RawRow,
  START,
} from "./check_conformance.ts";
import { spike } from "./spike.ts";

function building(kwh: (hour: number) => number): RawRow[] {
  return cleanSeries().filter((row) => row.meterId === "building")
    .map((row, hour) => ({ ...row, kwh: kwh(hour) }));
}

Deno.test("spike finds two high neighbours and one more", async () => {
  await assertCheckConforms(spike, (rows) => {
    rows[30].kwh = 300;
    rows[31].kwh = 200;
    rows[400].kwh = 150;
  }, [
    { from: START + 30 * HOUR, to: START + 32 * HOUR, count: 2 },
    { from: START + 400 * HOUR, to: START + 401 * HOUR, count: 1 },
  ]);
});

Deno.test("spike has its limit at ten robust scales above the median", async () => {
  const around = (hour: number) => 1 + hour % 3;
  // Median 2, MAD 1: limit 16.826; twice the 99th percentile is 6.
  const limit = 2 + 10 * 1.4826;
  const at = (value: number) => building((hour) => hour === 8 ? value : around(hour));
  assert.deepEqual(await issuesOf(spike, at(limit - 1e-9)), []);
  assert.equal((await issuesOf(spike, at(limit + 1e-9))).length, 1);
});

Deno.test("spike uses the mean deviation where most values are equal", async () => {
  // 719 ones and a value v: the mean absolute deviation is (v − 1) / 720.
  const rows = building((hour) => hour === 8 ? 3 : 1);
  assert.equal((await issuesOf(spike, rows)).length, 1);
  assert.deepEqual(await issuesOf(spike, building(() => 1)), []);
  assert.deepEqual(await issuesOf(spike, building(() => 0)), []);
});

Deno.test("spike leaves a meter with two levels of load alone", async () => {
  assert.deepEqual(
    await issuesOf(spike, building((hour) => hour % 24 < 20 ? 1 + hour % 2 : 90)),
    [],
  );
});

Deno.test("spike finds spikes among a month of days, a quarter, a week of hours and a month", async () => {
  // Values 1, 2, 3 in turn: the limit is at most 2 + 10 × 1.4826 = 16.826.
  const lengths = [[30, [7]], [90, [3, 60]], [168, [0, 99, 167]], [720, [5, 400]]] as const;
  for (const [values, spikes] of lengths) {
    const rows = building((i) => 1 + i % 3).slice(0, values);
    assert.deepEqual(await issuesOf(spike, rows), []);
    for (const at of spikes) rows[at].kwh = 1000;
    const issues = await issuesOf(spike, rows);
    assert.deepEqual(issues.map(({ from }) => (from - START) / HOUR), spikes);
  }
});

Deno.test("spike takes what more than three of few values reach for usual", async () => {
  const rows = building((i) => 1 + i % 3).slice(0, 30);
  for (const at of [3, 9, 15, 21]) rows[at].kwh = 1000;
  assert.deepEqual(await issuesOf(spike, rows), []);
  for (const count of [1, 2, 3]) {
    assert.deepEqual(await issuesOf(spike, building((i) => 1 + 999 * i).slice(0, count)), []);
  }
});
