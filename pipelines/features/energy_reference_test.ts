import assert from "node:assert/strict";
import { referenceFeatures, referenceHours, referenceProfile } from "./energy_reference.ts";
import { featureColumns, featureViews, materialize, viewsWith } from "./mod.ts";
import { openReadings, type SimulatedMeter, simulateLoad } from "./simulated_load.ts";

const HOUR = 3_600_000;
const FROM = Date.UTC(2021, 0, 25);
const HOURS = 24 * 72;
/** Clocks in London went forward on 28 March 2021; those in Kolkata are half an hour off. */
const meters: SimulatedMeter[] = [
  { meterId: "a", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 0.4 },
  { meterId: "b", siteId: "t", timeZone: "Asia/Kolkata", intervalMinutes: 60, size: 90 },
  { meterId: "q", siteId: "s", timeZone: "Europe/London", intervalMinutes: 15, size: 8 },
];
const readings = simulateLoad(meters, { from: FROM, hours: HOURS, seed: 11 });
/** Temperatures at site "s" alone, with a gap of 30 hours. */
const hoursWithWeather = Array.from({ length: HOURS }, (_, hour) => hour)
  .filter((hour) => hour < 1_500 || hour >= 1_530);
const weather = {
  siteId: "s",
  ts: hoursWithWeather.map((hour) => FROM + hour * HOUR),
  temperatureC: hoursWithWeather.map((hour) => 6 + 5 * Math.cos(hour / 40)),
};

function assertClose(actual: number, expected: number, what: string): void {
  if (Number.isNaN(expected)) assert.ok(Number.isNaN(actual), `${what}: ${actual} is not missing`);
  else {
    const difference = Math.abs(actual - expected);
    assert.ok(
      difference <= 1e-5 * Math.max(1, Math.abs(expected)),
      `${what}: ${actual} is not ${expected}`,
    );
  }
}

Deno.test("energy_hourly agrees with plain loops in every feature of every hour", async () => {
  await using db = await openReadings(readings, { meters, weather });
  const views = viewsWith(featureViews, ["residual_week"]);
  await materialize(db, views);
  const columns = featureColumns(views);
  const temperatures = new Map(weather.ts.map((ts, i) => [ts, weather.temperatureC[i]]));
  const compared = new Map(columns.map((name) => [name, 0]));
  for (const meter of meters) {
    const hours = referenceHours(meter, readings);
    const expected = referenceFeatures(hours);
    const from = `FROM energy_hourly WHERE meter_id = '${meter.meterId}' ORDER BY ts`;
    const { values, rows } = await db.float32(`SELECT ${columns.join(", ")} ${from}`);
    const ts = (await db.columns(`SELECT ts ${from}`)).numbers("ts");
    assert.deepEqual([...ts], hours.map((hour) => hour.ts));
    for (let row = 0; row < rows; row++) {
      const features: Record<string, number> = {
        ...expected[row],
        temperature_c: meter.siteId === "s" ? temperatures.get(ts[row]) ?? NaN : NaN,
      };
      assert.equal(Object.keys(features).length, columns.length);
      columns.forEach((name, column) => {
        const what = `${name} of ${meter.meterId} at hour ${(ts[row] - FROM) / HOUR}`;
        assertClose(values[row * columns.length + column], features[name], what);
        if (!Number.isNaN(features[name])) compared.set(name, compared.get(name)! + 1);
      });
    }
  }
  // No feature passes by being missing throughout.
  for (const [name, count] of compared) assert.ok(count > 2_500, `${name}: ${count} values`);
});

Deno.test("energy_profile agrees with plain loops", async () => {
  await using db = await openReadings(readings, { meters });
  await materialize(db, featureViews);
  for (const meter of meters) {
    const profile = await db.columns(
      `SELECT * FROM energy_profile WHERE meter_id = '${meter.meterId}' ORDER BY ts`,
    );
    const hours = referenceHours(meter, readings);
    hours.forEach((hour, row) => {
      const expected = referenceProfile(hours, hour);
      const what = `${meter.meterId} at hour ${(hour.ts - FROM) / HOUR}`;
      assertClose(profile.numbers("usual_week")[row], expected.usualWeek, `usual_week of ${what}`);
      assertClose(profile.numbers("usual_day")[row], expected.usualDay, `usual_day of ${what}`);
      assertClose(profile.numbers("usual_kind")[row], expected.usualKind, `usual_kind of ${what}`);
      assertClose(profile.numbers("scale")[row], expected.scale, `scale of ${what}`);
      assertClose(profile.numbers("load_scale")[row], expected.loadScale, `load_scale of ${what}`);
      assertClose(
        profile.numbers("usual_variability")[row],
        expected.usualVariability,
        `usual_variability of ${what}`,
      );
    });
  }
});

Deno.test("referenceHours() reads the local clock and drops an hour with a quarter missing", () => {
  const noon = Date.UTC(2021, 5, 1, 12);
  const quarters = [0, 1, 2, 3, 4, 5, 6].map((i) => noon + i * HOUR / 4);
  const kwh = [0.25, 0.25, 0.25, 0.25, 1, 1, 1];
  const hours = referenceHours(meters[2], { meter_id: quarters.map(() => "q"), ts: quarters, kwh });
  assert.deepEqual(hours, [{
    ts: noon,
    kwh: 1,
    logLoad: 0,
    localTs: Date.UTC(2021, 5, 1, 13),
    day: Date.UTC(2021, 5, 1) / (24 * HOUR),
  }]);
});
