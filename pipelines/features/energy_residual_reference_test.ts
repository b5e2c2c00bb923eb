import assert from "node:assert/strict";
import { type ReferenceHour, referenceHours, referenceProfile } from "./energy_reference.ts";
import { figures, mean, referenceResiduals } from "./energy_residual_reference.ts";
import { featureViews, materialize } from "./mod.ts";
import { openReadings, type SimulatedMeter, simulateLoad } from "./simulated_load.ts";

const HOUR = 3_600_000;
const SHIFTS = [3, 5, 7, 9];

Deno.test("figures() of four hours by hand", () => {
  // Each load is the usual one of three hours before; only the last hour has one.
  const hours: ReferenceHour[] = [0, 4, 4, 1].map((logLoad, i) => (
    { ts: i * HOUR, kwh: Math.exp(logLoad), logLoad, localTs: i * HOUR, day: 0 }
  ));
  const rest = { usualDay: 0, usualKind: 1, scale: 1, loadScale: 1, usualVariability: 1 };
  const usual = [1, 2, 4, 3];
  const profiles = new Map(hours.map((hour, i) => [hour, { ...rest, usualWeek: usual[i] }]));
  const residuals = referenceResiduals(hours, profiles);
  assert.deepEqual(residuals.map(({ repeats }) => repeats), [false, false, true, false]);
  const found = figures(residuals);
  assert.equal(found.abs, (1 + 2 + 0 + 2) / 4);
  assert.equal(found.kindAbs, (1 + 3 + 3 + 0) / 4);
  // Residuals -1, 2, 0 and -2.
  assert.equal(found.sd, Math.sqrt(9 / 4 - 1 / 16));
  assert.deepEqual([found.least, found.largest, found.lowest], [-2, 2, 0]);
  assert.equal(found.excess, Math.exp(4) - Math.exp(2));
  // The load 1 lies on the usual load of three hours before.
  assert.equal(found.gain, 5 / 4);
  assert.equal(mean([1, 2, 6]), 3);
});

Deno.test("energy_residual agrees with plain loops", async () => {
  const meter: SimulatedMeter = {
    meterId: "a",
    siteId: "s",
    timeZone: "Asia/Kolkata",
    intervalMinutes: 60,
    size: 3,
  };
  const from = Date.UTC(2021, 0, 25);
  const readings = simulateLoad([meter], { from, hours: 24 * 64, seed: 5 });
  await using db = await openReadings(readings, { meters: [meter] });
  await materialize(db, featureViews);
  const hours = referenceHours(meter, readings);
  const expected = referenceResiduals(
    hours,
    new Map(hours.map((hour) => [hour, referenceProfile(hours, hour)])),
  );
  const rows = await db.columns(`SELECT * EXCLUDE (run_start),
    CAST(run_start IS NULL AS INTEGER) AS repeats FROM energy_residual ORDER BY ts`);
  assert.deepEqual([...rows.numbers("ts")], expected.map(({ ts }) => ts));
  const agree = (column: string, values: readonly number[]) =>
    rows.numbers(column).forEach((value, row) => {
      const near = Math.abs(value - values[row]) < 1e-6;
      assert.ok(near || Number.isNaN(value) && Number.isNaN(values[row]), `${column}: ${value}`);
    });
  agree("usual", expected.map(({ usual }) => usual));
  agree("residual", expected.map(({ residual }) => residual));
  agree("residual_kind", expected.map(({ residualKind }) => residualKind));
  agree("excess", expected.map(({ excess }) => excess));
  agree("repeats", expected.map(({ repeats }) => Number(repeats)));
  SHIFTS.forEach((shift, i) => {
    agree(`late_${shift}h`, expected.map(({ late }) => late[i]));
    agree(`early_${shift}h`, expected.map(({ early }) => early[i]));
  });
});
