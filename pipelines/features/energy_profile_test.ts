import assert from "node:assert/strict";
import { featureViews, materialize } from "./mod.ts";
import { hourlyReadings, openReadings, type SimulatedReadings } from "./simulated_load.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday. */
const START = Date.UTC(2021, 0, 4);

/** Rows of `energy_profile` for readings of meter "m", with e to the power of the medians. */
async function profile(readings: SimulatedReadings, timeZone = "UTC") {
  const meter = { meterId: "m", siteId: "s", timeZone, intervalMinutes: 60, size: 1 };
  await using db = await openReadings(readings, { meters: [meter] });
  await materialize(db, featureViews.slice(0, 3));
  return await db.rows<{
    usual_week: number | null;
    usual_day: number | null;
    usual_kind: number | null;
    scale: number | null;
    load_scale: number | null;
    usual_variability: number | null;
  }>(`SELECT round(exp(usual_week), 6) AS usual_week, round(exp(usual_day), 6) AS usual_day,
      round(exp(usual_kind), 6) AS usual_kind, round(scale, 6) AS scale,
      round(load_scale, 6) AS load_scale, round(usual_variability, 6) AS usual_variability
    FROM energy_profile ORDER BY ts`);
}

/** One reading each so many days after the start. */
function onDays(loads: readonly (readonly [days: number, kwh: number])[]): SimulatedReadings {
  return {
    meter_id: loads.map(() => "m"),
    ts: loads.map(([days]) => START + days * DAY),
    kwh: loads.map(([, kwh]) => kwh),
  };
}

Deno.test("usual_week is the median of the same hour of week, at most eight weeks old", async () => {
  const rows = await profile(onDays([[0, 1], [7, 3], [14, 5], [21, 7], [56, 9], [63, 1]]));
  assert.deepEqual(rows.map(({ usual_week }) => usual_week), [
    null,
    1,
    // Between two values on the logarithmic scale: the root of their product.
    Math.round(Math.sqrt(3) * 1e6) / 1e6,
    3,
    // Of 1, 3, 5 and 7; then 1 is too old and 9 is new.
    Math.round(Math.sqrt(15) * 1e6) / 1e6,
    Math.round(Math.sqrt(35) * 1e6) / 1e6,
  ]);
});

Deno.test("usual_week passes over other hours and other days of the week", async () => {
  const rows = await profile(onDays([[0, 2], [6, 3], [7 + 1 / 24, 4], [7, 5]]));
  assert.deepEqual(rows.map(({ usual_week }) => usual_week), [null, null, 2, null]);
});

Deno.test("usual_week reaches eight weeks back over the hour that clocks go back", async () => {
  const noon = [Date.UTC(2021, 8, 30, 11), Date.UTC(2021, 10, 25, 12)];
  assert.equal((noon[1] - noon[0]) / HOUR, 1_345);
  const rows = await profile({ meter_id: ["m", "m"], ts: noon, kwh: [6, 1] }, "Europe/London");
  assert.deepEqual(rows.map(({ usual_week }) => usual_week), [null, 6]);
  const view = featureViews.find(({ name }) => name === "energy_profile");
  assert.equal(view?.lookbackHours, 1_345);
});

Deno.test("usual_day is the median of the same hour of the last 14 days", async () => {
  const rows = await profile(onDays([[0, 1], [1, 9], [2, 4], [14, 2], [15, 2], [30, 2]]));
  // On day 14 of 1, 9 and 4; on day 15 of 9, 4 and 2; on day 30 of none.
  assert.deepEqual(rows.map(({ usual_day }) => usual_day), [null, 1, 3, 4, 4, null]);
});

Deno.test("usual_kind is the median of the same hour on days of the same kind", async () => {
  // Monday, Tuesday, Saturday, Sunday, Monday, Saturday, and the Monday five weeks after the second.
  const loads = [[0, 1], [1, 9], [5, 2], [6, 8], [7, 3], [12, 4], [42, 6]] as const;
  const rows = await profile(onDays(loads));
  assert.deepEqual(rows.map(({ usual_kind }) => usual_kind), [
    ...[null, 1],
    ...[null, 2],
    3,
    4,
    // The first Monday and Tuesday are too old.
    3,
  ]);
});

Deno.test("load_scale is the interquartile range in kWh, at least a quarter of the median", async () => {
  const swinging = Array.from({ length: 8 * 24 }, (_, hour) => hour % 2 === 0 ? 1 : 3);
  const rows = await profile(hourlyReadings(START, swinging));
  assert.equal(rows[167].load_scale, null);
  assert.equal(rows[168].load_scale, 2);
  const flat = await profile(hourlyReadings(START, new Array(8 * 24).fill(3)));
  assert.equal(flat[168].load_scale, 0.75);
});

Deno.test("scale is the interquartile range of earlier days and needs 168 hours", async () => {
  const loads = Array.from({ length: 8 * 24 }, (_, hour) => hour % 2 === 0 ? 1 : Math.E);
  const scales = (await profile(hourlyReadings(START, loads))).map(({ scale }) => scale);
  assert.deepEqual(scales.slice(0, 168), new Array(168).fill(null));
  // Quartiles 0 and 1 of logarithms 0 and 1.
  assert.deepEqual(scales.slice(168), new Array(24).fill(1));

  const torn = await profile(
    hourlyReadings(START, [...loads.slice(0, 50), null, ...loads.slice(51)]),
  );
  assert.ok(torn.every(({ scale }) => scale === null));
});

Deno.test("scale is at least 0.05", async () => {
  const rows = await profile(hourlyReadings(START, new Array(8 * 24).fill(3)));
  assert.equal(rows[168].scale, 0.05);
});

Deno.test("scale forgets what is older than four weeks", async () => {
  const wild = Array.from({ length: 24 }, (_, hour) => 10 ** (hour % 12));
  const calm = new Array(29 * 24).fill(1);
  const rows = await profile(hourlyReadings(START, [...wild, ...calm]));
  assert.equal(rows[29 * 24].scale, 0.05);
  assert.equal(rows[29 * 24].usual_variability, 0);
});

Deno.test("usual_variability is the median of the standard deviations of earlier days", async () => {
  const rows = await profile(onDays([
    // Logarithms 0 and 2, then 1 alone, then 0 and 4.
    ...[[0, 1], [0.5, Math.E ** 2]] as const,
    ...[[1, Math.E]] as const,
    ...[[2, 1], [2.5, Math.E ** 4]] as const,
    ...[[3, 1]] as const,
  ]));
  assert.deepEqual(rows.map(({ usual_variability }) => usual_variability), [
    ...[null, null],
    1,
    ...[0.5, 0.5],
    1,
  ]);
});
