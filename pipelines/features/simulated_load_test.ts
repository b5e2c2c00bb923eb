import assert from "node:assert/strict";
import { hourlyReadings, ODDITIES, openReadings, simulateLoad } from "./simulated_load.ts";

const HOUR = 3_600_000;
const hourly = { meterId: "h", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 3 };
const quarterly = { meterId: "q", siteId: "s", timeZone: "UTC", intervalMinutes: 15, size: 3 };
const span = { from: Date.UTC(2021, 0, 1), hours: 1_500, seed: 5 };

Deno.test("simulateLoad() has the gap, the zeros and the stuck hours it names", () => {
  const { ts, kwh } = simulateLoad([hourly], span);
  const at = new Map(ts.map((time, i) => [(time - span.from) / HOUR, kwh[i]]));
  assert.equal(at.size, 1_500 - 5 - 1);
  for (let hour = 0; hour < 1_500; hour++) {
    const load = at.get(hour);
    if (hour >= 1_200 && hour < 1_205 || hour === ODDITIES.missing) assert.equal(load, undefined);
    else if (hour >= 1_215 && hour < 1_245) assert.equal(load, 0);
    else if (hour >= 1_250 && hour < 1_460) assert.equal(load, 3);
    else assert.ok(load! > 3 && load! < 12, `${load} at ${hour}`);
  }
});

Deno.test("simulateLoad() splits hours into intervals and tears one hour", () => {
  const { ts } = simulateLoad([quarterly], span);
  const perHour = Map.groupBy(ts, (time) => Math.floor((time - span.from) / HOUR));
  const torn = [...perHour].filter(([, times]) => times.length !== 4);
  assert.deepEqual(torn.map(([hour, times]) => [hour, times.length]), [[ODDITIES.torn, 3]]);
});

Deno.test("simulateLoad() repeats with the seed and changes with another", () => {
  assert.deepEqual(simulateLoad([hourly], span), simulateLoad([hourly], span));
  assert.notDeepEqual(simulateLoad([hourly], span), simulateLoad([hourly], { ...span, seed: 6 }));
});

Deno.test("hourlyReadings() skips what is missing", () => {
  assert.deepEqual(hourlyReadings(HOUR, [null, 0, null, 4]), {
    meter_id: ["m", "m"],
    ts: [2 * HOUR, 4 * HOUR],
    kwh: [0, 4],
  });
});

Deno.test("openReadings() fills the three relations", async () => {
  const weather = { siteId: "s", ts: [HOUR], temperatureC: [4.5] };
  const readings = { meter_id: ["q"], ts: [HOUR], kwh: [2] };
  await using db = await openReadings(readings, { meters: [quarterly], weather });
  assert.deepEqual(await db.rows("FROM readings"), [{ meter_id: "q", ts: HOUR, kwh: 2 }]);
  assert.deepEqual(await db.rows("FROM meters"), [
    { meter_id: "q", site_id: "s", time_zone: "UTC", interval_minutes: 15 },
  ]);
  assert.deepEqual(await db.rows("FROM weather"), [{ site_id: "s", ts: HOUR, temperature_c: 4.5 }]);
});
