import assert from "node:assert/strict";
import { type Database, openDatabase } from "../../data/duckdb/mod.ts";
import { readFeatures, selectionCondition } from "./feature_rows.ts";

const HOUR = 3_600_000;
const NOON = Date.UTC(2021, 0, 4, 12);

/** Hours 12 to 14 of meters "a" and "b", in no order; the first of each lacks its history. */
async function database(): Promise<Database> {
  const db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE features (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE, expected_kwh DOUBLE,
      residual_week FLOAT, change_168h FLOAT, hour FLOAT);
    CREATE TABLE issues (meter_id VARCHAR, "from" TIMESTAMP, "to" TIMESTAMP, rule VARCHAR);
    INSERT INTO features VALUES
      ('b', '2021-01-04 14:00', 6, 7, 0.6, 0.06, 14),
      ('a', '2021-01-04 13:00', 2, 3, 0.2, NULL, 13),
      ('b', '2021-01-04 12:00', 4, NULL, NULL, 0.04, 12),
      ('a', '2021-01-04 12:00', 1, NULL, NULL, NULL, 12),
      ('b', '2021-01-04 13:00', 5, 6, 0.5, 0.05, 13),
      ('a', '2021-01-04 14:00', 3, 4, 0.3, 0.03, 14)`);
  return db;
}

async function loads(db: Database, selection: Parameters<typeof readFeatures>[2]) {
  return [...(await readFeatures(db, ["hour"], selection)).kwh];
}

Deno.test("readFeatures() gives all rows by meter and time, in the order of the columns", async () => {
  await using db = await database();
  const rows = await readFeatures(db, ["hour", "residual_week"]);
  assert.deepEqual(rows.x, {
    columns: ["hour", "residual_week"],
    rows: 6,
    values: Float32Array.of(12, NaN, 13, 0.2, 14, 0.3, 12, NaN, 13, 0.5, 14, 0.6),
  });
  assert.deepEqual(rows.meterIds, ["a", "a", "a", "b", "b", "b"]);
  const times = [NOON, NOON + HOUR, NOON + 2 * HOUR];
  assert.deepEqual([...rows.ts], [...times, ...times]);
  assert.deepEqual([...rows.kwh], [1, 2, 3, 4, 5, 6]);
  assert.deepEqual([...rows.expectedKwh], [NaN, 3, 4, NaN, 6, 7]);
});

Deno.test("readFeatures() gives no rows of a meter that is not there", async () => {
  await using db = await database();
  const rows = await readFeatures(db, ["hour"], { meterIds: ["o'brien"] });
  assert.deepEqual([rows.x.rows, rows.meterIds, rows.ts.length], [0, [], 0]);
  assert.deepEqual(await loads(db, { meterIds: [] }), []);
});

Deno.test("a selection narrows by meter, by time with an open end, and by history", async () => {
  await using db = await database();
  assert.deepEqual(await loads(db, { meterIds: ["b"] }), [4, 5, 6]);
  assert.deepEqual(await loads(db, { from: NOON + HOUR }), [2, 3, 5, 6]);
  assert.deepEqual(await loads(db, { until: NOON + HOUR }), [1, 4]);
  assert.deepEqual(await loads(db, { from: NOON + HOUR, until: NOON + 2 * HOUR }), [2, 5]);
  assert.deepEqual(await loads(db, { complete: true }), [3, 5, 6]);
  assert.deepEqual(await loads(db, { complete: true, meterIds: ["a"], from: NOON }), [3]);
});

Deno.test("a sound selection leaves out every hour that an issue touches, unless it only came late", async () => {
  await using db = await database();
  assert.deepEqual(await loads(db, { sound: true }), [1, 2, 3, 4, 5, 6]);
  // A quarter of an hour of "a"; a whole hour of "b" that ends as the next one begins.
  await db.run(`INSERT INTO issues VALUES
    ('a', '2021-01-04 12:15', '2021-01-04 12:30', 'spike'),
    ('b', '2021-01-04 13:00', '2021-01-04 14:00', 'zero_run'),
    ('b', '2021-01-04 14:00', '2021-01-04 15:00', 'out_of_order')`);
  assert.deepEqual(await loads(db, { sound: true }), [2, 3, 4, 6]);
});

Deno.test("selectionCondition() is true of all rows without a selection and quotes meters", () => {
  assert.equal(selectionCondition({}), "true");
  assert.equal(
    selectionCondition({ meterIds: ["o'brien", "b"], from: 1.5 }),
    "true AND meter_id IN ('o''brien', 'b') AND ts >= make_timestamp(1500)",
  );
});
