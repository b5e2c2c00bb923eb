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
  const row = await contextAfter([...RAMP, ...RAMP]);
  const none = ["residual_kind", "residual_abs_24h", "residual_kind_abs_24h", "residual_mean_168h"];
  for (const name of [...none, "residual_sd_24h", "unusual_excess"]) assertNear(row[name], 0);
  for (const name of ["match_24h", "match_72h", "swing_24h", "swing_168h"]) {
    assertNear(row[name], 1);
  }
  assertNear(row.load_spread, SCALE);
  // Only 13 days with a usual load end before yesterday on the day before.
  assert.equal((await contextAfter(RAMP)).unusual_excess, null);
});

Deno.test("energy_context tells a level that is off from a course that is", async () => {
  const row = await contextAfter(RAMP.map((log) => log + 0.6));
  assertNear(row.residual_kind, 0.6 / SCALE);
  assertNear(row.residual_abs_24h, 0.6 / SCALE);
  assertNear(row.residual_kind_abs_24h, 0.6 / SCALE);
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
  const row = await contextAfter([...RAMP.slice(0, 8), null, ...RAMP.slice(9, 23), RAMP[23] + 0.6]);
  assertNear(row.residual_abs_24h, 0.6 / 23 / SCALE);
  // Of the twelve hours from 8 to 19 eleven are there.
  assertNear(row.residual_day_24h, 0);
});

Deno.test("energy_context holds a day against the meter's own days", async () => {
  // Days of which each second one lies 0.2 higher: residuals 0 and 0.2 or -0.2 take turns.
  const days = (count: number) =>
    Array.from({ length: count * DAY }, (_, hour) => {
      return RAMP[hour % DAY] + (Math.floor(hour / DAY) % 2 === 0 ? 0 : 0.2);
    });
  const restless = await contextAfter([...days(28), ...RAMP.map((log) => log + 0.6)]);
  const calm = await contextAfter([...RAMP, ...RAMP.map((log) => log + 0.6)]);
  assert.ok(restless.residual_abs_24h! > 0.3 && calm.residual_abs_24h! > 0.5);
  // The days of a calm meter do not differ, so their spread counts as 0.05 of the scale.
  assertNear(calm.unusual_abs_24h, 0.6 / (0.05 * SCALE));
  assertNear(calm.unusual_sd_24h, 0);
  assertNear(calm.unusual_lowest_24h, 0.6 / (0.05 * SCALE));
  assertNear(calm.unusual_match_24h, 0);
  // An hour as a multiple of the usual day, which counts as 0.02 of the scale at least.
  assertNear(calm.residual_kind_ratio, 0.6 / (0.02 * SCALE));
  assert.ok(restless.unusual_abs_24h! < calm.unusual_abs_24h! / 2, `${restless.unusual_abs_24h}`);
});

Deno.test("energy_context measures loads in kWh where they are high", async () => {
  const row = await contextAfter([...RAMP, ...RAMP.slice(0, 23), 2.3 + Math.LN2]);
  // Quartiles of the logarithms 0.575 and 1.725 in kWh; the highest load of each day is exp(2.3).
  const loadScale = Math.exp(1.725) - Math.exp(0.575);
  assertNear(row.above_high_load, Math.exp(2.3) / loadScale);
  assertNear(row.unusual_excess, Math.exp(2.3) / (0.05 * loadScale));
});

Deno.test("energy_context tells a rare run of equal loads from a common one", async () => {
  // On the ramps no load repeats: of 14 days with usual loads none of 336 does.
  const rare = await contextAfter([...RAMP.slice(0, 20), 1.9, 1.9, 1.9, 1.9]);
  assertNear(rare.run_surprise, 4 * Math.log(14 * DAY + 2));
  assertNear(rare.repeat_share_7d, 0);
  // After a day of equal loads 24 of the 360 before repeat, as the first is that of the ramp before.
  const flat = new Array(DAY).fill(RAMP[23]);
  const common = await contextAfter([...flat, RAMP[23], RAMP[23]]);
  assertNear(common.run_surprise, 26 * Math.log((15 * DAY + 2) / (24 + 1)));
  assertNear(common.repeat_share_7d, 24 / (7 * DAY));
});

Deno.test("energy_context needs no hour older than its lookback", async () => {
  assert.equal(contextView.lookbackHours, 167);
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
  for (const name of ["energy_load", "energy_profile", "energy_residual"]) {
    await db.run(
      `DELETE FROM ${name} WHERE epoch_ms(ts) < ${now - contextView.lookbackHours * HOUR}`,
    );
  }
  await materialize(db, [contextView]);
  assert.deepEqual(await db.rows(rows), whole);
});
