import assert from "node:assert/strict";
import { featureViews, materialize } from "./mod.ts";
import { hourlyReadings, openReadings, simulateLoad } from "./simulated_load.ts";

const [contextView] = featureViews.slice(-1);
const HOUR = 3_600_000;
/** A Monday. */
const START = Date.UTC(2021, 0, 4);
const DAY = 24;
const WEEKS = 3;
/** Logarithms of a day that rises from 0 at midnight to 2.3 an hour before the next one. */
const RAMP = Array.from({ length: DAY }, (_, hour) => hour / 10);

type Row = Readonly<Record<string, number | null>>;

/** The last row of `energy_context` after three weeks of ramps and then these logarithms. */
async function contextAfter(logs: readonly (number | null)[]): Promise<Row> {
  const usual = Array.from({ length: WEEKS * 7 * DAY }, (_, hour) => RAMP[hour % DAY]);
  const kwh = [...usual, ...logs].map((log) => log === null ? null : Math.exp(log));
  const meter = { meterId: "m", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 };
  await using db = await openReadings(hourlyReadings(START, kwh), { meters: [meter] });
  await materialize(db, featureViews);
  const rows = await db.rows<Row>("SELECT * EXCLUDE (meter_id) FROM energy_context ORDER BY ts");
  const last = rows[rows.length - 1];
  assert.equal(last.ts, START + (kwh.length - 1) * HOUR);
  return last;
}

function assertNear(actual: number | null, expected: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-5, `${actual} is not ${expected}`);
}

/**
 * Interquartile range of 21 ramps: of their 504 logarithms, in order, the quartiles lie between
 * 0.5 and 0.6 and between 1.7 and 1.8, three quarters and one quarter of the way.
 */
const SCALE = 1.725 - 0.575;

Deno.test("energy_context finds nothing in a usual day", async () => {
  const row = await contextAfter(RAMP);
  for (const name of ["residual_mean_168h", "residual_abs_168h", "residual_sd_24h"]) {
    assertNear(row[name], 0);
  }
  for (const name of ["match_24h", "match_168h", "swing_24h", "swing_168h"]) {
    assertNear(row[name], 1);
  }
});

Deno.test("energy_context tells a level that is off from a course that is", async () => {
  const row = await contextAfter(RAMP.map((log) => log + 0.6));
  assertNear(row.residual_mean_3h, 0.6 / SCALE);
  assertNear(row.residual_abs_24h, 0.6 / SCALE);
  assertNear(row.residual_mean_168h, 0.6 / 7 / SCALE);
  assertNear(row.residual_max_168h, 0.6 / SCALE);
  assertNear(row.residual_min_168h, 0);
  assertNear(row.residual_sd_24h, 0);
  assertNear(row.match_24h, 1);
  assertNear(row.swing_24h, 1);
});

Deno.test("energy_context tells the night from the day", async () => {
  const row = await contextAfter(RAMP.map((log, hour) => hour < 6 ? log + SCALE : log));
  assertNear(row.residual_night_24h, 1);
  assertNear(row.residual_night_72h, 1 / 3);
  assertNear(row.residual_day_24h, 0);
  assertNear(row.residual_mean_12h, 0);
  assertNear(row.residual_min_24h, 0);
  assertNear(row.residual_max_24h, 1);
});

Deno.test("energy_context sees a flat day as one without swing, and half a swing as half", async () => {
  const flat = await contextAfter(RAMP.map(() => 1.15));
  assert.equal(flat.match_24h, null);
  assertNear(flat.swing_24h, 0);
  const half = await contextAfter(RAMP.map((log) => log / 2));
  assertNear(half.swing_24h, 0.5);
  assertNear(half.match_24h, 1);
});

for (const hours of [-9, -3, 5, 7]) {
  Deno.test(`energy_context sees that a clock is wrong by ${hours} hours`, async () => {
    const shifted = Array.from({ length: 3 * DAY }, (_, hour) => RAMP[(hour + DAY + hours) % DAY]);
    const row = await contextAfter(shifted);
    // Shifted back, the last day lies where it usually does, and so do most hours of three days.
    const off = RAMP.map((log, hour) => Math.abs(log - RAMP[(hour + DAY + hours) % DAY]))
      .reduce((sum, distance) => sum + distance, 0) / DAY;
    assertNear(row.residual_abs_24h, off / SCALE);
    assertNear(row.shift_gain_24h, off / SCALE);
    assert.ok(row.shift_gain_72h! > 0.8 * off / SCALE, `${row.shift_gain_72h}`);
  });
}

Deno.test("energy_context leaves missing hours out of means", async () => {
  const row = await contextAfter([...RAMP.slice(0, 22), null, RAMP[23] + 0.6]);
  assertNear(row.residual_mean_3h, 0.6 / 2 / SCALE);
});

Deno.test("energy_context needs no hour older than its lookback", async () => {
  assert.equal(contextView.lookbackHours, 167 + 9);
  const meters = [
    { meterId: "a", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 1 },
  ];
  const hours = 24 * 70;
  const load = simulateLoad(meters, { from: START, hours, seed: 3 });
  await using db = await openReadings(load, { meters });
  await materialize(db, featureViews);
  const now = START + (hours - 24) * HOUR;
  const rows = `SELECT * EXCLUDE (meter_id) FROM energy_context WHERE epoch_ms(ts) >= ${now}
    ORDER BY ts`;
  const whole = await db.rows(rows);
  // What the view reads, cut off where its own lookback ends.
  for (const name of ["energy_load", "energy_profile"]) {
    await db.run(
      `DELETE FROM ${name} WHERE epoch_ms(ts) < ${now - contextView.lookbackHours * HOUR}`,
    );
  }
  await materialize(db, [contextView]);
  assert.deepEqual(await db.rows(rows), whole);
});
