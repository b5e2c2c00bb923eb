import assert from "node:assert/strict";
import { referenceHistory } from "./energy_history_reference.ts";
import { type ReferenceHour, referenceHours } from "./energy_reference.ts";
import { featureColumns, featureViews, historyView, materialize } from "./mod.ts";
import { openReadings, type SimulatedMeter, simulateLoad } from "./simulated_load.ts";

const HOUR = 3_600_000;

Deno.test("referenceHistory() measures against the median of all earlier weeks", () => {
  // Three weeks that alternate between 0 and 1 from hour to hour, and then an hour of 3.
  const hours: ReferenceHour[] = Array.from({ length: 3 * 168 + 1 }, (_, i) => {
    const logLoad = i === 3 * 168 ? 3 : i % 2;
    const day = Math.floor(i / 24);
    return { ts: i * HOUR, kwh: Math.exp(logLoad), logLoad, localTs: i * HOUR, day };
  });
  const row = referenceHistory(hours)[3 * 168];
  const near = (value: number, expected: number) =>
    assert.ok(Math.abs(value - expected) < 1e-12, `${value} is not ${expected}`);
  near(row.residual_history, 3);
  near(row.residual_history_abs_6h, 0.5);
  // Of the 24 hours, twelve are 1, eleven are 0 and one is 3; usually, half are 1 and half 0.
  near(row.swing_history_24h, Math.log(Math.sqrt(21 / 24 - (15 / 24) ** 2) / 0.5));
});

Deno.test("energy_history agrees with plain loops in every feature of every hour", async () => {
  // Clocks in London went forward on 28 March 2021; those in Kolkata are half an hour off.
  const meters: SimulatedMeter[] = [
    { meterId: "a", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 0.4 },
    { meterId: "b", siteId: "t", timeZone: "Asia/Kolkata", intervalMinutes: 60, size: 90 },
  ];
  const from = Date.UTC(2021, 0, 25);
  const readings = simulateLoad(meters, { from, hours: 24 * 70, seed: 11 });
  await using db = await openReadings(readings, { meters });
  await materialize(db, [...featureViews, historyView]);
  const columns = featureColumns([historyView]);
  const compared = new Map(columns.map((name) => [name, 0]));
  for (const meter of meters) {
    const hours = referenceHours(meter, readings);
    const rows = `FROM energy_history WHERE meter_id = '${meter.meterId}' ORDER BY ts`;
    const { values } = await db.float32(`SELECT ${columns.join(", ")} ${rows}`);
    const ts = (await db.columns(`SELECT ts ${rows}`)).numbers("ts");
    assert.deepEqual([...ts], hours.map((hour) => hour.ts));
    referenceHistory(hours).forEach((expected, row) => {
      assert.deepEqual(Object.keys(expected), columns);
      columns.forEach((name, column) => {
        const actual = values[row * columns.length + column];
        const wanted = expected[name];
        const near = Math.abs(actual - wanted) <= 1e-5 * Math.max(1, Math.abs(wanted));
        const what = `${name} of ${meter.meterId} at hour ${(hours[row].ts - from) / HOUR}`;
        assert.ok(near || Number.isNaN(actual) && Number.isNaN(wanted), `${what}: ${actual}`);
        if (!Number.isNaN(wanted)) compared.set(name, compared.get(name)! + 1);
      });
    });
  }
  for (const [name, count] of compared) assert.ok(count > 2_000, `${name}: ${count}`);
});
