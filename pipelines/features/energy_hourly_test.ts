import assert from "node:assert/strict";
import { featureViews, materialize } from "./mod.ts";
import { hourlyReadings, openReadings } from "./simulated_load.ts";

const HOUR = 3_600_000;
/** A Monday. */
const START = Date.UTC(2021, 0, 4);
/** Hours after which a meter has a scale. */
const HISTORY = 8 * 24;

type Row = Readonly<Record<string, number | null>>;

/** Rows of `energy_hourly` for hourly loads of meter "m"; `null` is a missing reading. */
async function features(kwh: readonly (number | null)[], from = START, timeZone = "UTC") {
  const meter = { meterId: "m", siteId: "s", timeZone, intervalMinutes: 60, size: 1 };
  const weather = { siteId: "s", ts: [from], temperatureC: [-3.5] };
  await using db = await openReadings(hourlyReadings(from, kwh), { meters: [meter], weather });
  await materialize(db, featureViews);
  const rows = await db.rows<Row>("SELECT * EXCLUDE (meter_id) FROM energy_hourly ORDER BY ts");
  return new Map(rows.map((row) => [(row.ts! - from) / HOUR, row]));
}

/** Eight days of logarithms 0 and 2 in turns, whose scale is 2, and then these logarithms. */
function after(...logs: (number | null)[]): (number | null)[] {
  const usual = Array.from({ length: HISTORY }, (_, hour) => hour % 2 === 0 ? 0 : 2);
  return [...usual, ...logs].map((log) => log === null ? null : Math.exp(log));
}

function assertNear(actual: number | null | undefined, expected: number): void {
  assert.ok(
    typeof actual === "number" && Math.abs(actual - expected) < 1e-5,
    `${actual} is not ${expected}`,
  );
}

Deno.test("energy_hourly returns the columns of its header, in order, each with a unit", async () => {
  const { columns } = featureViews.find(({ name }) => name === "energy_hourly")!;
  const names = columns.map(({ name }) => name);
  assert.equal(names.length, 34);
  for (const { unit, description } of columns) assert.ok(unit !== "" && description !== "");
  await using db = await openReadings(hourlyReadings(START, [1]), { meters: [] });
  await materialize(db, featureViews);
  const found = await db.rows<{ column_name: string; column_type: string }>(
    "SELECT column_name, column_type FROM (DESCRIBE energy_hourly)",
  );
  assert.deepEqual(found.map(({ column_name }) => column_name), ["meter_id", "ts", ...names]);
  assert.deepEqual(
    new Set(found.slice(2).map(({ column_type }) => column_type)),
    new Set(["FLOAT"]),
  );
});

Deno.test("the hour, the weekday and the temperature are those of a local full hour", async () => {
  // Monday has just begun in Kolkata; the weather is known by full hours UTC.
  const from = Date.UTC(2024, 0, 7, 18, 30);
  const meter = {
    meterId: "m",
    siteId: "s",
    timeZone: "Asia/Kolkata",
    intervalMinutes: 60,
    size: 1,
  };
  const weather = { siteId: "s", ts: [from - HOUR / 2, from + HOUR / 2], temperatureC: [21, 20] };
  await using db = await openReadings(hourlyReadings(from, [1, 2]), { meters: [meter], weather });
  await materialize(db, featureViews);
  assert.deepEqual(
    await db.rows("SELECT ts, hour, weekday, temperature_c FROM energy_hourly ORDER BY ts"),
    [
      { ts: from, hour: 0, weekday: 1, temperature_c: 21 },
      { ts: from + HOUR, hour: 1, weekday: 1, temperature_c: 20 },
    ],
  );
});

Deno.test("a meter's first day has no feature that needs history", async () => {
  const row = (await features([2])).get(0)!;
  assert.deepEqual(
    Object.entries(row).filter(([name, value]) => name !== "ts" && value !== null),
    Object.entries({
      run_length: 1,
      zero_share_24h: 0,
      hour: 0,
      weekday: 1,
      weekend: 0,
      month: 1,
      temperature_c: -3.5,
    }),
  );
});

Deno.test("changes compare with that very hour, and with none when it is missing", async () => {
  const rows = await features(after(4, null, 1));
  assertNear(rows.get(HISTORY)!.change_1h, (4 - 2) / 2);
  assertNear(rows.get(HISTORY)!.change_2h, (4 - 0) / 2);
  assertNear(rows.get(HISTORY)!.change_168h, (4 - 0) / 2);
  assert.equal(rows.get(HISTORY + 2)!.change_1h, null);
  assertNear(rows.get(HISTORY + 2)!.change_2h, (1 - 4) / 2);
  assertNear(rows.get(HISTORY + 2)!.change_3h, (1 - 2) / 2);
});

Deno.test("residuals compare with the median of the same hour of earlier weeks and days", async () => {
  const row = (await features(after(3))).get(HISTORY)!;
  assertNear(row.residual_week, 3 / 2);
  assertNear(row.residual_day, 3 / 2);
  // The 23 hours before are as usual: a week earlier they were the same.
  assertNear(row.residual_week_mean_24h, 3 / 24 / 2);
});

Deno.test("the last 24 hours are summed up from the load of the hour itself", async () => {
  const row = (await features(after(6))).get(HISTORY)!;
  // Twelve times 2, eleven times 0 and once 6.
  const mean = 30 / 24;
  assertNear(row.mean_24h, (6 - mean) / 2);
  assertNear(row.sd_24h, Math.sqrt((12 * 4 + 36) / 24 - mean ** 2) / 2);
  assertNear(row.min_24h, 3);
  assertNear(row.max_24h, 0);
  assertNear(row.median_24h, (6 - 2) / 2);
  // Distances from the median 2: twelve times 0, eleven times 2, once 4.
  assertNear(row.mad_24h, (0 + 2) / 2 / 2);
});

Deno.test("the last 168 hours are summed up from the load of the hour itself", async () => {
  const row = (await features(after(6))).get(HISTORY)!;
  // 84 times 2, 83 times 0 and once 6.
  const mean = 174 / 168;
  assertNear(row.mean_168h, (6 - mean) / 2);
  assertNear(row.sd_168h, Math.sqrt((84 * 4 + 36) / 168 - mean ** 2) / 2);
  assertNear(row.min_168h, 3);
  assertNear(row.max_168h, 0);
  assertNear(row.median_168h, (6 - 2) / 2);
  assertNear(row.mad_168h, (0 + 2) / 2 / 2);
});

Deno.test("above_highest and below_lowest look at earlier days only", async () => {
  const rows = await features(after(5, 6, -1, -2));
  assertNear(rows.get(HISTORY)!.above_highest, (5 - 2) / 2);
  assertNear(rows.get(HISTORY + 1)!.above_highest, (6 - 2) / 2);
  assertNear(rows.get(HISTORY + 1)!.below_lowest, (0 - 6) / 2);
  assertNear(rows.get(HISTORY + 2)!.below_lowest, (0 + 1) / 2);
  assertNear(rows.get(HISTORY + 3)!.below_lowest, (0 + 2) / 2);
});

Deno.test("run_length counts to 168 hours and starts again after a missing hour", async () => {
  const rows = await features([1, 2, ...new Array(170).fill(5), null, 5, 5, 7]);
  const lengths = [0, 1, 2, 3, 168, 169, 170, 171, 173, 174, 175]
    .map((hour) => rows.get(hour)!.run_length);
  assert.deepEqual(lengths, [1, 1, 1, 2, 167, 168, 168, 168, 1, 2, 1]);
});

Deno.test("zero_share_24h is the share of the readings that are there", async () => {
  const rows = await features([0, 0, 0, 1, ...new Array(21).fill(null), 1, 0]);
  assert.equal(rows.get(3)!.zero_share_24h, 3 / 4);
  // The hours 2, 3 and 25; then 3, 25 and 26.
  assertNear(rows.get(25)!.zero_share_24h, 1 / 3);
  assertNear(rows.get(26)!.zero_share_24h, 1 / 3);
});

Deno.test("variability_ratio takes the usual deviation as at least 0.01, and not when unknown", async () => {
  const rows = await features([...new Array(24).fill(1), Math.E]);
  for (let hour = 0; hour < 24; hour++) assert.equal(rows.get(hour)!.variability_ratio, null);
  assertNear(rows.get(24)!.variability_ratio! / 100, Math.sqrt(23) / 24);
});

Deno.test("variability_ratio is 1 on a day like any other", async () => {
  assertNear((await features(after(0))).get(HISTORY)!.variability_ratio, 1);
});

Deno.test("night_day_ratio compares 0 to 6 o'clock with 8 to 20 o'clock", async () => {
  const day = Array.from({ length: 24 }, (_, hour) => hour < 6 ? 1 : hour < 8 || hour > 19 ? 9 : 3);
  const rows = await features(day.map(Math.exp));
  assert.equal(rows.get(7)!.night_day_ratio, null);
  assertNear(rows.get(23)!.night_day_ratio, 1 - 3);
});

Deno.test("the calendar is that of the meter's own clock", async () => {
  const from = Date.UTC(2021, 6, 31, 22);
  const rows = await features([1, 1], from, "Europe/London");
  const calendar = ({ hour, weekday, weekend, month }: Row) => [hour, weekday, weekend, month];
  assert.deepEqual(calendar(rows.get(0)!), [23, 6, 1, 7]);
  assert.deepEqual(calendar(rows.get(1)!), [0, 0, 1, 8]);
});

Deno.test("temperature_c is missing where the weather of the hour is", async () => {
  const rows = await features([1, 1]);
  assert.deepEqual([rows.get(0)!.temperature_c, rows.get(1)!.temperature_c], [-3.5, null]);
});
