import assert from "node:assert/strict";
import { featureColumns, featureViews, materialize, windowView } from "./mod.ts";
import { hourlyReadings, openReadings } from "./simulated_load.ts";

const HOUR = 3_600_000;
/** A Monday. */
const START = Date.UTC(2021, 0, 4);
/** Hours after which a meter has a usual week and a scale. */
const HISTORY = 8 * 24;

/**
 * Rows of `energy_window` after eight days of logarithms 0 and 2 in turns, whose scale is 2, and
 * then these logarithms; `null` is a missing reading.
 */
async function windows(logs: readonly (number | null)[]): Promise<(number | null)[][]> {
  const usual = Array.from({ length: HISTORY }, (_, hour) => hour % 2 === 0 ? 0 : 2);
  const kwh = [...usual, ...logs].map((log) => log === null ? null : Math.exp(log));
  const meters = ["m", "n"].map((meterId) => (
    { meterId, siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 }
  ));
  const { meter_id, ts, kwh: loads } = hourlyReadings(START, kwh);
  // A second meter with other loads must leave no trace in the first.
  const both = {
    meter_id: [...meter_id, ...meter_id.map(() => "n")],
    ts: [...ts, ...ts],
    kwh: [...loads, ...loads.map((load) => 9 * load + 1)],
  };
  await using db = await openReadings(both, { meters });
  await materialize(db, [...featureViews, windowView]);
  const rows = await db.rows<Record<string, number | null>>(`
    SELECT * EXCLUDE (meter_id) FROM energy_window
    WHERE meter_id = 'm' AND ts >= make_timestamp(${(START + HISTORY * HOUR) * 1000}) ORDER BY ts`);
  return rows.map((row) =>
    featureColumns([windowView]).map((name) => {
      const value = row[name];
      return value === null ? null : Math.round(value * 1e5) / 1e5;
    })
  );
}

Deno.test("energy_window gives the residuals of the last 24 hours, the latest first", async () => {
  // Of even hours 0 is usual, of odd ones 2: the residuals are 1/2, -1, 0 and 2.
  const rows = await windows([1, 0, 0, 6]);
  assert.deepEqual(rows.map((row) => row.slice(0, 4)), [
    [0.5, 0, 0, 0],
    [-1, 0.5, 0, 0],
    [0, -1, 0.5, 0],
    [2, 0, -1, 0.5],
  ]);
  assert.deepEqual(rows.map((row) => row.length), [24, 24, 24, 24]);
});

Deno.test("energy_window forgets an hour after 24 hours", async () => {
  const logs = Array.from({ length: 25 }, (_, hour) => hour === 0 ? 3 : hour % 2 === 0 ? 0 : 2);
  const rows = await windows(logs);
  assert.equal(rows[23][23], 1.5);
  assert.deepEqual(rows[24].filter((value) => value !== 0), []);
});

Deno.test("energy_window has nothing in the place of an hour that is missing", async () => {
  const rows = await windows([1, null, 3, 2]);
  assert.deepEqual(rows.map((row) => row.slice(0, 4)), [
    [0.5, 0, 0, 0],
    [1.5, null, 0.5, 0],
    [0, 1.5, null, 0.5],
  ]);
});

Deno.test("energy_window needs no hour older than its lookback", () => {
  assert.equal(windowView.lookbackHours, 23);
  assert.deepEqual(
    featureColumns([windowView]),
    Array.from({ length: 24 }, (_, lag) => `residual_lag_${lag}`),
  );
});
