import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { simulateHostel } from "../synthetic/mod.ts";
import { assertSourceConforms } from "./source_conformance.ts";
import { syntheticHostel } from "./synthetic_hostel.ts";

const options = { seed: 3, start: Date.UTC(2024, 0, 1), days: 3 };
const context = { home: "unused", fetch };

Deno.test("syntheticHostel() keeps the contract of sources", async () => {
  const loaded = await assertSourceConforms(syntheticHostel(options), context);
  assert.equal(loaded.source, "synthetic");
});

Deno.test("syntheticHostel() holds exactly what the simulation gives", async () => {
  await using db = await openDatabase({ threads: 1 });
  await syntheticHostel(options).load(db, context);
  const { meters, readings, weather } = simulateHostel(options);
  const rows = await db.columns("FROM raw_readings ORDER BY source_row");
  assert.deepEqual(rows.texts("meter_id"), readings.meterId);
  assert.deepEqual(rows.numbers("ts"), readings.ts);
  assert.deepEqual(rows.numbers("kwh"), readings.kwh);
  const rooms = await db.columns("FROM meters");
  assert.deepEqual(rooms.texts("meter_id"), meters.map((meter) => meter.meterId));
  assert.deepEqual([...rooms.numbers("beds")], meters.map((meter) => meter.beds));
  const temperatures = (await db.columns("FROM weather")).numbers("temperature_c");
  assert.deepEqual(temperatures, weather.temperatureC);
});

Deno.test("syntheticHostel() has another digest for another seed", async () => {
  await using db = await openDatabase({ threads: 1 });
  const first = await syntheticHostel(options).load(db, context);
  const second = await syntheticHostel({ ...options, seed: 4 }).load(db, context);
  assert.notEqual(first.digest, second.digest);
});
