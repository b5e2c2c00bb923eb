import assert from "node:assert/strict";
import { featureViews, materialize } from "./mod.ts";
import { openReadings, type SimulatedReadings } from "./simulated_load.ts";

const HOUR = 3_600_000;
const NOON = Date.UTC(2021, 0, 4, 12);

/** Rows of `energy_load` for readings of meter "m", in London unless said otherwise. */
async function load(
  readings: SimulatedReadings,
  intervalMinutes: number,
  timeZone = "Europe/London",
) {
  const meter = { meterId: "m", siteId: "s", timeZone, intervalMinutes, size: 1 };
  await using db = await openReadings(readings, { meters: [meter] });
  await materialize(db, featureViews.slice(0, 1));
  return await db.rows<{ ts: number; kwh: number; log_load: number; local_ts: number }>(
    "SELECT ts, kwh, log_load, local_ts FROM energy_load ORDER BY ts",
  );
}

function of(ts: number[], kwh: number[]): SimulatedReadings {
  return { meter_id: ts.map(() => "m"), ts, kwh };
}

Deno.test("energy_load takes the logarithm of each hour and one watt-hour for less", async () => {
  const rows = await load(of([NOON, NOON + HOUR, NOON + 2 * HOUR], [2, 0, 0.0005]), 60);
  assert.deepEqual(rows.map(({ kwh }) => kwh), [2, 0, 0.0005]);
  assert.deepEqual(rows.map(({ log_load }) => log_load), [0.693147181, -6.907755279, -6.907755279]);
});

Deno.test("energy_load counts an hour only when all its intervals are there", async () => {
  const quarters = [0, 15, 30, 45, 60, 75, 90].map((minutes) => NOON + minutes * 60_000);
  const rows = await load(of(quarters, [1, 2, 3, 4, 5, 5, 5]), 15);
  assert.deepEqual(rows.map(({ ts, kwh }) => [ts, kwh]), [[NOON, 10]]);
});

Deno.test("energy_load adds tenths exactly", async () => {
  const [row] = await load(of([NOON, NOON + HOUR / 2], [0.1, 0.2]), 30);
  assert.equal(row.kwh, 0.3);
});

Deno.test("energy_load takes an hour without a value as missing", async () => {
  const meter = { meterId: "m", siteId: "s", timeZone: "UTC", intervalMinutes: 30, size: 1 };
  await using db = await openReadings(of([NOON], [1]), { meters: [meter] });
  await db.run(`INSERT INTO readings VALUES
    ('m', TIMESTAMP '2021-01-04 12:30:00', NULL),
    ('m', TIMESTAMP '2021-01-04 13:00:00', NULL), ('m', TIMESTAMP '2021-01-04 13:30:00', NULL)`);
  await materialize(db, featureViews.slice(0, 1));
  assert.deepEqual(await db.rows("FROM energy_load"), []);
});

Deno.test("energy_load takes an absurd reading as missing and keeps the hours beside it", async () => {
  const absurd = [1e12, -1e12, 1e39, Infinity, NaN];
  const hours = [...absurd.keys(), absurd.length, absurd.length + 1].map((i) => NOON + i * HOUR);
  const rows = await load(of(hours, [...absurd, 999_999_999_999, 2]), 60);
  assert.deepEqual(rows.map(({ ts, kwh }) => [ts, Math.round(kwh)]), [
    [hours[5], 999_999_999_999],
    [hours[6], 2],
  ]);
  const quarters = [0, 15, 30, 45].map((minutes) => NOON + minutes * 60_000);
  assert.deepEqual(await load(of(quarters, [1, 1, 1e300, 1]), 15), []);
});

Deno.test("energy_load begins hours when the local clock does", async () => {
  // Midnight in Kolkata is half past six in the evening UTC.
  const midnight = Date.UTC(2024, 0, 7, 18, 30);
  const hourly = await load(of([midnight, midnight + HOUR], [1, 2]), 60, "Asia/Kolkata");
  assert.deepEqual(hourly.map(({ ts, local_ts, kwh }) => [ts, local_ts, kwh]), [
    [midnight, Date.UTC(2024, 0, 8), 1],
    [midnight + HOUR, Date.UTC(2024, 0, 8, 1), 2],
  ]);
  const halves = [0, 1, 2, 3].map((half) => midnight - HOUR / 2 + half * HOUR / 2);
  const halfHourly = await load(of(halves, [1, 2, 4, 8]), 30, "Asia/Kolkata");
  assert.deepEqual(halfHourly.map(({ ts, kwh }) => [ts, kwh]), [[midnight, 6]]);
});

Deno.test("energy_load takes meters that are read at least hourly, and no others", async () => {
  assert.equal((await load(of([NOON, NOON + HOUR], [1, 1]), 60)).length, 2);
  assert.deepEqual(await load(of([NOON, NOON + 2 * HOUR], [1, 1]), 120), []);
  assert.deepEqual(await load(of([NOON, NOON + 24 * HOUR], [24, 24]), 1_440), []);
});

Deno.test("energy_load puts the clock forward and back as the meter's place does", async () => {
  const spring = [0, 1, 2].map((hour) => Date.UTC(2021, 2, 28, hour));
  const autumn = [0, 1, 2].map((hour) => Date.UTC(2021, 9, 31, hour));
  const rows = await load(of([...spring, ...autumn], [1, 1, 1, 1, 1, 1]), 60);
  assert.deepEqual(rows.map(({ local_ts }) => new Date(local_ts).getUTCHours()), [
    ...[0, 2, 3],
    ...[1, 1, 2],
  ]);
});
