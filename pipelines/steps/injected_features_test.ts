import assert from "node:assert/strict";
import type { Database } from "../../data/duckdb/mod.ts";
import { featureColumns, featureTableQuery, featureViews, materialize } from "../features/mod.ts";
import { type FeatureRows, readFeatures } from "../features/mod.ts";
import { openReadings, simulateLoad } from "../features/simulated_load.ts";
import { type InjectionOptions, makeInjectedFeatures } from "./injected_features.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Midnight in Kolkata. */
const START = Date.UTC(2021, 0, 3, 18, 30);
const DAYS = 7 * 26;
const columns = featureColumns(featureViews);
const meters = ["o'brien", "b", "c"].map((meterId, i) => (
  { meterId, siteId: "s", timeZone: "Asia/Kolkata", intervalMinutes: 60, size: 1 + i }
));
const times = Array.from({ length: DAYS * 24 }, (_, hour) => START + hour * HOUR);
const weather = { siteId: "s", ts: times, temperatureC: times.map((_, hour) => hour % 24) };
const load = simulateLoad(meters, { from: START, hours: DAYS * 24, seed: 2 });
const options: InjectionOptions = {
  // By when each of them has eight weeks behind it, and later.
  meters: [
    { meterId: "b", from: START + 70 * DAY, faults: 2 },
    { meterId: "o'brien", from: START + 100 * DAY, faults: 1 },
  ],
  until: START + 175 * DAY,
  seed: 5,
  columns,
};

async function database(): Promise<Database> {
  const db = await openReadings(load, { meters, weather });
  await db.run(`CREATE TABLE issues
    (meter_id VARCHAR, "from" TIMESTAMP, "to" TIMESTAMP, rule VARCHAR, count BIGINT)`);
  return db;
}

/** The same hours without faults. */
async function cleanRows({ meters, until }: InjectionOptions): Promise<FeatureRows> {
  await using db = await database();
  await materialize(db, featureViews);
  await db.run(`CREATE VIEW features AS ${featureTableQuery(featureViews)}`);
  const meterIds = meters.map(({ meterId }) => meterId);
  return await readFeatures(db, columns, { until, meterIds, complete: true });
}

Deno.test("makeInjectedFeatures() marks exactly the hours that faults cover", async () => {
  await using db = await database();
  const rows = await makeInjectedFeatures(db, featureViews, options);
  const clean = await cleanRows(options);
  assert.deepEqual(rows.meterIds, clean.meterIds);
  assert.deepEqual(rows.ts, clean.ts);
  assert.deepEqual([...new Set(rows.meterIds)], ["b", "o'brien"]);
  let changed = 0;
  rows.kwh.forEach((kwh, row) => {
    if (Math.abs(kwh - clean.kwh[row]) < 1e-9) return;
    changed++;
    assert.equal(rows.label[row], 1, `row ${row}`);
  });
  // Wrong hours lie in the time of a fault, each fault on one meter.
  rows.label.forEach((label, row) => assert.ok(label === 0 || rows.fault[row] >= 0));
  const meterOf = new Map(rows.meterIds.map((id, row) => [rows.fault[row], id]));
  rows.fault.forEach((fault, row) => {
    if (fault >= 0) assert.equal(meterOf.get(fault), rows.meterIds[row]);
  });
  assert.deepEqual([...new Set(rows.fault)].sort(), [-1, 0, 1, 2]);
  const marked = rows.label.reduce((sum, label) => sum + label, 0);
  // A fault may leave up to half of its readings as they were, such as zeros of a dead meter.
  assert.ok(changed > 0 && marked >= changed && marked <= 2 * changed, `${marked} of ${changed}`);
  assert.equal(Object.values(rows.faults).reduce((sum, count) => sum + count, 0), 3);
});

Deno.test("makeInjectedFeatures() leaves the features before a meter's first fault as they were", async () => {
  await using db = await database();
  const rows = await makeInjectedFeatures(db, featureViews, options);
  const clean = await cleanRows(options);
  const width = columns.length;
  for (const { meterId, from } of options.meters) {
    const first = rows.meterIds.indexOf(meterId);
    const fault = rows.label.findIndex((label, row) => label === 1 && row >= first);
    assert.ok(fault > first && rows.meterIds[fault] === meterId && rows.ts[fault] >= from);
    assert.deepEqual(
      rows.x.values.subarray(first * width, fault * width),
      clean.x.values.subarray(first * width, fault * width),
    );
    const last = rows.meterIds.lastIndexOf(meterId) + 1;
    assert.notDeepEqual(
      rows.x.values.subarray(fault * width, last * width),
      clean.x.values.subarray(fault * width, last * width),
    );
  }
});

Deno.test("makeInjectedFeatures() leaves the database as it was, also when it fails", async () => {
  await using db = await database();
  await db.run("CREATE TABLE features AS SELECT 'whole' AS dataset");
  const tables = () =>
    db.rows("SELECT table_schema, table_name FROM information_schema.tables ORDER BY ALL");
  const before = await tables();
  await makeInjectedFeatures(db, featureViews, options);
  assert.deepEqual(await tables(), before);
  await assert.rejects(
    makeInjectedFeatures(db, featureViews, { ...options, columns: ["colour"] }),
    /colour/,
  );
  assert.deepEqual(await tables(), before);
  assert.deepEqual(await db.rows("SELECT * FROM features"), [{ dataset: "whole" }]);
  const { numbers } = await db.columns("SELECT kwh FROM readings ORDER BY meter_id, ts");
  const order = load.ts.map((_, i) => i).sort((i, j) =>
    load.meter_id[i] === load.meter_id[j]
      ? load.ts[i] - load.ts[j]
      : load.meter_id[i] < load.meter_id[j]
      ? -1
      : 1
  );
  assert.deepEqual([...numbers("kwh")], order.map((i) => load.kwh[i]));
});

Deno.test("makeInjectedFeatures() gives the same faults for the same seed and others for another", async () => {
  await using db = await database();
  const rows = await makeInjectedFeatures(db, featureViews, options);
  assert.deepEqual(await makeInjectedFeatures(db, featureViews, options), rows);
  const others = await makeInjectedFeatures(db, featureViews, { ...options, seed: 6 });
  assert.notDeepEqual(others.label, rows.label);
});

Deno.test("makeInjectedFeatures() leaves out hours that were faulty before, but for injected faults", async () => {
  await using db = await database();
  const all = await makeInjectedFeatures(db, featureViews, options);
  const from = options.meters[0].from;
  const to = from + 60 * DAY;
  await db.run(`INSERT INTO issues VALUES
    ('b', make_timestamp(${from * 1000}), make_timestamp(${to * 1000}), 'stuck_value', 9)`);
  const rows = await makeInjectedFeatures(db, featureViews, options);
  const kept = [...all.meterIds.keys()].filter((row) =>
    all.meterIds[row] !== "b" || all.ts[row] < from || all.ts[row] >= to || all.label[row] === 1
  );
  assert.ok(kept.length < all.meterIds.length);
  assert.deepEqual([...rows.ts], kept.map((row) => all.ts[row]));
  assert.deepEqual([...rows.label], kept.map((row) => all.label[row]));
});
