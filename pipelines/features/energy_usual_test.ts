import assert from "node:assert/strict";
import { featureViews, materialize } from "./mod.ts";
import { hourlyReadings, openReadings, simulateLoad } from "./simulated_load.ts";

const HOUR = 3_600_000;
/** A Monday. */
const START = Date.UTC(2021, 0, 4);
const DAY = 24;
/** Logarithms of a day that rises from 0 at midnight to 2.3 an hour before the next one. */
const RAMP = Array.from({ length: DAY }, (_, hour) => hour / 10);
const usualView = featureViews.find(({ name }) => name === "energy_usual")!;

type Row = Readonly<Record<string, number | null>>;

/** Rows of `energy_usual` after a week of ramps and then days of these logarithms. */
async function usual(days: readonly (readonly number[])[]): Promise<Row[]> {
  const kwh = [...new Array(7).fill(RAMP), ...days].flat().map(Math.exp);
  const meter = { meterId: "m", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 };
  await using db = await openReadings(hourlyReadings(START, kwh), { meters: [meter] });
  await materialize(db, featureViews);
  return await db.rows<Row>("SELECT * EXCLUDE (meter_id) FROM energy_usual ORDER BY day");
}

function assertNear(actual: number | null, expected: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-5, `${actual} is not ${expected}`);
}

Deno.test("energy_usual begins with 14 days before yesterday, each with a usual load", async () => {
  const rows = await usual(new Array(17).fill(RAMP));
  assert.equal(rows.length, 17);
  assert.deepEqual(rows.map(({ abs_median }) => abs_median === null ? 0 : 1), [
    ...new Array(15).fill(0),
    ...[1, 1],
  ]);
  const last = rows[16];
  assertNear(last.abs_median, 0);
  assertNear(last.match_median, 1);
  assertNear(last.lowest_spread, 0);
  assertNear(last.high_load, Math.exp(2.3));
});

Deno.test("energy_usual takes median and spread of days that differ", async () => {
  // Of the days of the second week, the first against which others are held, one lies 0.6 higher.
  const higher = (by: number) => RAMP.map((log) => log + by);
  const offs = [0, 0, 0.6, 0, 0, 0, 0, ...new Array(7).fill(0), ...[0, 0]];
  const [row] = (await usual(offs.map(higher))).slice(15);
  // Residuals of days 0 to 13: one 0.6, one half of -0.6 a week later, the rest 0.
  assertNear(row.abs_median, 0);
  // Nine tenths of the way from the first to the 14th: 0.7 of the way from the 12th to the 13th.
  assertNear(row.abs_spread, 0.7 * 0.3);
  assertNear(row.lowest_median, 0);
  assertNear(row.lowest_spread, 0);
  assertNear(row.sd_median, 0);
  assertNear(row.match_median, 1);
});

Deno.test("energy_usual counts how often loads repeat, zeros apart", async () => {
  // A load of zero, whose logarithm is held at ln 0.001, repeats without counting.
  const flat = [...RAMP.slice(0, 20), 1.9, 1.9, -Infinity, -Infinity];
  const rows = await usual([RAMP, flat, RAMP]);
  assert.equal(rows[0].repeat_share_7d, null);
  assertNear(rows[2].repeat_share_7d, 2 / (24 + 22));
  assertNear(rows[2].repeat_surprise, -Math.log((2 + 1) / (46 + 2)));
});

Deno.test("energy_usual needs no hour older than its lookback", async () => {
  const meter = {
    meterId: "a",
    siteId: "s",
    timeZone: "Europe/London",
    intervalMinutes: 60,
    size: 1,
  };
  // Clocks went back on 25 October 2020: the last hour of the 58th day after it counts from 25 h.
  const from = Date.UTC(2020, 7, 1);
  const now = Date.UTC(2020, 11, 21, 23);
  const hours = (now - from) / HOUR + 1;
  assert.equal(usualView.lookbackHours, 58 * DAY + 23 + 1);
  const load = simulateLoad([meter], { from, hours, seed: 3 });
  await using db = await openReadings(load, { meters: [meter] });
  await materialize(db, featureViews);
  const rows = "SELECT * EXCLUDE (meter_id) FROM energy_usual ORDER BY day DESC LIMIT 1";
  const whole = await db.rows(rows);
  await db.run(`DELETE FROM energy_residual
    WHERE epoch_ms(ts) < ${now - usualView.lookbackHours * HOUR}`);
  await materialize(db, [usualView]);
  assert.deepEqual(await db.rows(rows), whole);
});
