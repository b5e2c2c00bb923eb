import assert from "node:assert/strict";
import { type ReferenceHour, referenceHours, referenceProfile } from "./energy_reference.ts";
import { referenceResiduals } from "./energy_residual_reference.ts";
import { referenceUsual } from "./energy_usual_reference.ts";
import { featureViews, materialize } from "./mod.ts";
import { openReadings, type SimulatedMeter, simulateLoad } from "./simulated_load.ts";

const HOUR = 3_600_000;

Deno.test("referenceUsual() takes the days before yesterday, 14 at least", () => {
  // One hour a day, whose load lies above its usual one by the number of the day.
  const usual = { usualDay: 0, usualKind: 0, scale: 1, loadScale: 1, usualVariability: 1 };
  const hours: ReferenceHour[] = Array.from({ length: 17 }, (_, day) => (
    { ts: day * 24 * HOUR, kwh: 7, logLoad: day, localTs: day * 24 * HOUR, day }
  ));
  const profiles = new Map(hours.map((hour) => [hour, { ...usual, usualWeek: 0 }]));
  const residuals = referenceResiduals(hours, profiles);
  const known = referenceUsual(residuals, 15);
  // Of 0 to 13.
  assert.equal(known.abs_median, 6.5);
  assert.ok(Math.abs(known.abs_spread - 0.8 * 13) < 1e-12);
  assert.equal(known.high_load, 7);
  // Only 12 of the days before are the last of three that end four days before or earlier.
  assert.ok(Number.isNaN(known.gain_3d_median));
  assert.equal(known.repeat_surprise, -Math.log(1 / 17));
  assert.ok(Number.isNaN(referenceUsual(residuals, 14).abs_median));
});

Deno.test("energy_usual agrees with plain loops", async () => {
  // Clocks in London went back on 25 October 2020.
  const meter: SimulatedMeter = {
    meterId: "a",
    siteId: "s",
    timeZone: "Europe/London",
    intervalMinutes: 60,
    size: 3,
  };
  const from = Date.UTC(2020, 8, 1);
  const readings = simulateLoad([meter], { from, hours: 24 * 90, seed: 5 });
  await using db = await openReadings(readings, { meters: [meter] });
  await materialize(db, featureViews);
  const hours = referenceHours(meter, readings);
  const residuals = referenceResiduals(
    hours,
    new Map(hours.map((hour) => [hour, referenceProfile(hours, hour)])),
  );
  const days = [...new Set(residuals.map(({ day }) => day))];
  const { columns } = featureViews.find(({ name }) => name === "energy_usual")!;
  const names = columns.map(({ name }) => name);
  const rows = await db.columns("SELECT * FROM energy_usual ORDER BY day");
  const found = new Map(names.map((name) => [name, rows.numbers(name)]));
  const compared = new Map(names.map((name) => [name, 0]));
  days.forEach((day, row) => {
    const expected = referenceUsual(residuals, day);
    assert.deepEqual(Object.keys(expected).sort(), names.toSorted());
    for (const name of names) {
      const [actual, wanted] = [found.get(name)![row], expected[name]];
      const near = Math.abs(actual - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted));
      const what = `${name} of day ${row}: ${actual}, not ${wanted}`;
      assert.ok(near || Number.isNaN(actual) && Number.isNaN(wanted), what);
      if (!Number.isNaN(wanted)) compared.set(name, compared.get(name)! + 1);
    }
  });
  for (const [name, count] of compared) assert.ok(count > 50, `${name}: ${count}`);
});
