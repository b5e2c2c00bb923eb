import assert from "node:assert/strict";
import { referenceContext } from "./energy_context_reference.ts";
import { type ReferenceHour, referenceHours, referenceProfile } from "./energy_reference.ts";
import { referenceResiduals } from "./energy_residual_reference.ts";
import { referenceUsual } from "./energy_usual_reference.ts";
import { featureColumns, featureViews, materialize } from "./mod.ts";
import { openReadings, type SimulatedMeter, simulateLoad } from "./simulated_load.ts";

const HOUR = 3_600_000;

Deno.test("referenceContext() measures residuals in scales and against the usual course", () => {
  // Usual loads 0, 1 and 2; real ones 1, 2 and 4, of which the last is two scales off.
  const hours: ReferenceHour[] = [1, 2, 4].map((logLoad, i) => (
    { ts: i * HOUR, kwh: Math.exp(logLoad), logLoad, localTs: i * HOUR, day: 0 }
  ));
  const usual = { usualDay: 0, usualKind: 3, scale: 0.5, loadScale: 2, usualVariability: 1 };
  const profiles = new Map(hours.map((hour, i) => [hour, { ...usual, usualWeek: i }]));
  const row = referenceContext(referenceResiduals(hours, profiles), profiles.get(hours[2])!, {
    abs_median: 4 / 3,
    abs_spread: 0.001,
    excess_median: Math.exp(4),
    excess_spread: Math.exp(2),
    high_load: Math.exp(4) - 2,
    repeat_surprise: 3,
  });
  const near = (value: number, expected: number) =>
    assert.ok(Math.abs(value - expected) < 1e-12, `${value} is not ${expected}`);
  near(row.residual_kind, 2);
  near(row.residual_kind_ratio, 3 / 4);
  near(row.above_high_load, 1);
  // The load is exp(4), the usual one exp(2).
  near(row.unusual_excess, -1);
  near(row.residual_abs_24h, 8 / 3);
  near(row.residual_max_24h, 4);
  near(row.residual_min_168h, 2);
  near(row.residual_night_24h, 8 / 3);
  near(row.swing_24h, 1.5);
  near(row.match_24h, 1.5 / Math.sqrt(14 / 6));
  near(row.unusual_abs_24h, 0);
  near(row.run_surprise, 0);
  assert.ok(Number.isNaN(row.residual_day_24h) && Number.isNaN(row.shift_gain_24h));
  assert.ok(Number.isNaN(row.unusual_sd_24h));
});

Deno.test("energy_context agrees with plain loops in every feature of every hour", async () => {
  // Clocks in London went forward on 28 March 2021; those in Kolkata are half an hour off.
  const meters: SimulatedMeter[] = [
    { meterId: "a", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 0.4 },
    { meterId: "b", siteId: "t", timeZone: "Asia/Kolkata", intervalMinutes: 60, size: 90 },
  ];
  const from = Date.UTC(2021, 0, 25);
  const readings = simulateLoad(meters, { from, hours: 24 * 90, seed: 11 });
  await using db = await openReadings(readings, { meters });
  await materialize(db, featureViews);
  const columns = featureColumns(featureViews.slice(-1));
  const compared = new Map(columns.map((name) => [name, 0]));
  for (const meter of meters) {
    const hours = referenceHours(meter, readings);
    const profiles = new Map(hours.map((hour) => [hour, referenceProfile(hours, hour)]));
    const profileAt = new Map(hours.map((hour) => [hour.ts, profiles.get(hour)!]));
    const known = referenceResiduals(hours, profiles);
    const days = new Map(
      [...new Set(known.map(({ day }) => day))].map((day) => [day, referenceUsual(known, day)]),
    );
    const rows = `FROM energy_context WHERE meter_id = '${meter.meterId}' ORDER BY ts`;
    const { values } = await db.float32(`SELECT ${columns.join(", ")} ${rows}`);
    const ts = (await db.columns(`SELECT ts ${rows}`)).numbers("ts");
    assert.deepEqual([...ts], known.map((hour) => hour.ts));
    known.forEach(({ ts, day }, row) => {
      const until = known.slice(Math.max(0, row - 167), row + 1);
      const expected = referenceContext(until, profileAt.get(ts)!, days.get(day)!);
      assert.deepEqual(Object.keys(expected).sort(), columns.toSorted());
      columns.forEach((name, column) => {
        const actual = values[row * columns.length + column];
        const wanted = expected[name];
        const near = Math.abs(actual - wanted) <= 1e-5 * Math.max(1, Math.abs(wanted));
        const what = `${name} of ${meter.meterId} at hour ${(ts - from) / HOUR}`;
        assert.ok(
          near || Number.isNaN(actual) && Number.isNaN(wanted),
          `${what}: ${actual}, not ${wanted}`,
        );
        if (!Number.isNaN(wanted)) compared.set(name, compared.get(name)! + 1);
      });
    });
  }
  for (const [name, count] of compared) assert.ok(count > 500, `${name}: ${count}`);
});
