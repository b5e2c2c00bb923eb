import assert from "node:assert/strict";
import { featureViews, historyView, materialize } from "./mod.ts";
import { hourlyReadings, openReadings } from "./simulated_load.ts";

/** A Monday. */
const START = Date.UTC(2021, 0, 4);
const DAY = 24;
const WEEK = 7 * DAY;
/** Logarithms of a day that rises from 0 at midnight to 2.3 an hour before the next one. */
const RAMP = Array.from({ length: DAY }, (_, hour) => hour / 10);

type Row = Readonly<Record<string, number | null>>;

/** The last row of `energy_history` after these logarithms. */
async function historyAfter(logs: readonly (number | null)[]): Promise<Row> {
  const kwh = logs.map((log) => log === null ? null : Math.exp(log));
  const meter = { meterId: "m", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 };
  await using db = await openReadings(hourlyReadings(START, kwh), { meters: [meter] });
  await materialize(db, [...featureViews, historyView]);
  const rows = await db.rows<Row>("SELECT * EXCLUDE (meter_id) FROM energy_history ORDER BY ts");
  return rows[rows.length - 1];
}

function assertNear(actual: number | null, expected: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-5, `${actual} is not ${expected}`);
}

function days(count: number, of: readonly number[] = RAMP): number[] {
  return Array.from({ length: count * DAY }, (_, hour) => of[hour % DAY]);
}

/** Interquartile range of 21 ramps: the quartiles of their 504 logarithms are 0.575 and 1.725. */
const SCALE = 1.725 - 0.575;

Deno.test("energy_history knows nothing before a week is over, and the scale after seven days", async () => {
  const week = days(7);
  assert.equal((await historyAfter(week)).residual_history, null);
  assertNear((await historyAfter([...week, 0.5])).residual_history, 0.5 / SCALE);
  assert.equal((await historyAfter([null, ...week.slice(1), 0])).residual_history, null);
});

Deno.test("energy_history does not take what lasted nine weeks for usual", async () => {
  // Ten weeks of ramps and nine that lie 1 higher, twice what the profile looks back on.
  const logs = [...days(10 * 7), ...days(9 * 7, RAMP.map((log) => log + 1))];
  const kwh = logs.map((log) => Math.exp(log));
  const meter = { meterId: "m", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 };
  await using db = await openReadings(hourlyReadings(START, kwh), { meters: [meter] });
  await materialize(db, [...featureViews, historyView]);
  const [{ week, history, abs, swing }] = await db.rows<Row>(`
    SELECT h.residual_week AS week, y.residual_history AS history,
      y.residual_history_abs_6h AS abs, y.swing_history_24h AS swing
    FROM energy_hourly h JOIN energy_history y ON y.meter_id = h.meter_id AND y.ts = h.ts
    ORDER BY h.ts DESC LIMIT 1`);
  assertNear(week, 0);
  assert.equal(abs, history);
  assert.ok(history! > 0.5 && history! < 1 / SCALE, `${history}`);
  assertNear(swing, 0);
});

Deno.test("energy_history takes the mean of six hours, whichever side they lie on", async () => {
  const odd = [0.6, -0.6, 0.6, -0.6, 0.6, -1.2].map((off, hour) => RAMP[18 + hour] + off);
  const row = await historyAfter([...days(3 * 7), ...RAMP.slice(0, 18), ...odd]);
  assertNear(row.residual_history, -1.2 / SCALE);
  assertNear(row.residual_history_abs_6h, 0.7 / SCALE);
  const gap = [RAMP[18] + 0.6, null, null, null, null, RAMP[23]];
  const torn = await historyAfter([...days(3 * 7), ...RAMP.slice(0, 18), ...gap]);
  assertNear(torn.residual_history_abs_6h, 0.3 / SCALE);
});

Deno.test("energy_history sees half a swing as half, and a flat day as nearly none", async () => {
  const usual = days(3 * 7);
  assertNear((await historyAfter([...usual, ...RAMP])).swing_history_24h, 0);
  const half = await historyAfter([...usual, ...RAMP.map((log) => log / 2)]);
  assertNear(half.swing_history_24h, Math.log(0.5));
  const flat = await historyAfter([...usual, ...RAMP.map(() => 1.15)]);
  // The variance of 0, 1, …, 23 is (24² − 1) / 12.
  assertNear(flat.swing_history_24h, Math.log(0.01 / (Math.sqrt((DAY ** 2 - 1) / 12) / 10)));
  assert.equal((await historyAfter(usual.slice(0, WEEK))).swing_history_24h, null);
});
