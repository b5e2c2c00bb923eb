import assert from "node:assert/strict";
import { type Database, openDatabase } from "../../data/duckdb/mod.ts";
import {
  featureColumns,
  featureTableQuery,
  featureViews,
  materialize,
  MODEL_INPUTS,
} from "../features/mod.ts";
import { ODDITIES, openReadings, simulateLoad } from "../features/simulated_load.ts";
import { openHistory } from "./history.ts";
import { makeRequestFeatures } from "./request_features.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2020, 0, 1);
const HOURS = 24 * 100;
const columns = featureColumns(featureViews).join(", ");
const batchQuery = `(${featureTableQuery(featureViews)})`;

/** Hours of two meters; meter "q" is read every 15 minutes. */
function load(from: number, to: number) {
  const rows = { meter_id: [] as string[], ts: [] as number[], kwh: [] as number[] };
  for (let h = from; h < to; h++) {
    const level = 5 + 3 * Math.sin(h / 24 * 2 * Math.PI) + ((h * 7919) % 13) / 10;
    for (const [meterId, parts] of [["h", 1], ["q", 4]] as const) {
      for (let part = 0; part < parts; part++) {
        rows.meter_id.push(meterId);
        rows.ts.push(START + (h + part / parts) * HOUR);
        rows.kwh.push(level / parts);
      }
    }
  }
  return rows;
}

async function database(rows: ReturnType<typeof load>): Promise<Database> {
  const db = await openDatabase({ threads: 2 });
  await db.run(`
    CREATE TABLE readings (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE);
    CREATE TABLE meters AS SELECT * FROM (VALUES
      ('h', 's', 'Europe/London', 60), ('q', 's', 'Europe/London', 15))
      t(meter_id, site_id, time_zone, interval_minutes);
    CREATE TABLE weather AS SELECT 's' AS site_id, ts, 5.5 AS temperature_c
      FROM generate_series(TIMESTAMP '2020-01-01', TIMESTAMP '2020-06-01', INTERVAL 1 HOUR) t(ts)`);
  await db.append("readings", rows);
  return db;
}

function readings({ meter_id, ts, kwh }: ReturnType<typeof load>) {
  return ts.map((at, i) => ({ meterId: meter_id[i], ts: at, kwh: kwh[i] }));
}

async function features(db: Database, relation: string, from: number): Promise<Float32Array> {
  const sql = `SELECT ${columns} FROM ${relation}
    WHERE epoch_ms(ts) >= ${from} ORDER BY meter_id, ts`;
  return (await db.float32(sql)).values;
}

Deno.test("makeRequestFeatures() gives the bytes of the batch over the same readings", async () => {
  const split = HOURS - 30;
  await using batch = await database(load(0, HOURS));
  await materialize(batch, featureViews);
  await using db = await database(load(0, split));
  const history = await openHistory(db, featureViews);
  const expected = await features(batch, batchQuery, START + split * HOUR);
  assert.equal(expected.length, 2 * 30 * featureColumns(featureViews).length);
  for (let repeat = 0; repeat < 2; repeat++) {
    const made = await makeRequestFeatures(history, featureViews, readings(load(split, HOURS)));
    assert.deepEqual(await features(db, `(${made})`, START + split * HOUR), expected);
  }
});

Deno.test("makeRequestFeatures() counts the hours of a meter that is stuck for longer than it looks back", async () => {
  const meters = [
    { meterId: "m", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 1 },
  ];
  const { stuck, missing } = ODDITIES;
  // One hour before, at and after the 168th of the run, and one that ends it.
  for (const hours of [missing + 168, missing + 169, missing + 170, stuck[1] + 1]) {
    const load = simulateLoad(meters, { from: START, hours, seed: 3 });
    const known = <T>(values: readonly T[]) => values.slice(0, -1);
    await using batch = await openReadings(load, { meters });
    await materialize(batch, featureViews);
    await using db = await openReadings(
      { meter_id: known(load.meter_id), ts: known(load.ts), kwh: known(load.kwh) },
      { meters },
    );
    const history = await openHistory(db, featureViews);
    const [ts, kwh] = [load.ts.at(-1)!, load.kwh.at(-1)!];
    const made = await makeRequestFeatures(history, featureViews, [{ meterId: "m", ts, kwh }]);
    assert.deepEqual(
      await features(db, `(${made})`, ts),
      await features(batch, batchQuery, ts),
    );
  }
});

Deno.test("makeRequestFeatures() lets a reading replace that of the history, the last one winning", async () => {
  const at = HOURS - 10;
  const whole = load(0, HOURS);
  const corrected = { ...whole, kwh: whole.kwh.slice() };
  const row = whole.ts.findIndex((ts, i) => ts === START + at * HOUR && whole.meter_id[i] === "h");
  corrected.kwh[row] = 99;
  await using batch = await database(corrected);
  await materialize(batch, featureViews);
  await using db = await database(whole);
  const history = await openHistory(db, featureViews);
  const ts = whole.ts[row];
  const made = await makeRequestFeatures(history, featureViews, [
    { meterId: "h", ts, kwh: 1 },
    { meterId: "h", ts, kwh: 99 },
  ]);
  const theHour = (relation: string) =>
    `SELECT ${columns} FROM ${relation} WHERE meter_id = 'h' AND epoch_ms(ts) = ${ts}`;
  assert.deepEqual(
    (await db.float32(theHour(`(${made})`))).values,
    (await batch.float32(theHour(batchQuery))).values,
  );
});

Deno.test("makeRequestFeatures() makes a past hour anew when any of its quarters is corrected", async () => {
  const ts = START + (HOURS - 10) * HOUR;
  for (const quarter of [0, 1, 2, 3]) {
    const corrected = load(0, HOURS);
    const at = ts + quarter * HOUR / 4;
    corrected.kwh[corrected.ts.findLastIndex((time) => time === at)] = 50;
    await using batch = await database(corrected);
    await materialize(batch, featureViews);
    await using db = await database(load(0, HOURS));
    const history = await openHistory(db, featureViews);
    const made = await makeRequestFeatures(history, featureViews, [
      { meterId: "q", ts: at, kwh: 50 },
    ]);
    const theHour = (relation: string) =>
      `SELECT ${columns} FROM ${relation} WHERE meter_id = 'q' AND epoch_ms(ts) = ${ts}`;
    const { values } = await batch.float32(theHour(batchQuery));
    assert.equal(values.length, featureColumns(featureViews).length);
    assert.deepEqual((await db.float32(theHour(`(${made})`))).values, values, `${quarter}`);
    assert.deepEqual(await db.rows("SELECT * FROM requested_hours"), [{ meter_id: "q", ts }]);
  }
});

Deno.test("makeRequestFeatures() completes an hour with the history's quarter hours", async () => {
  const ts = START + (HOURS - 1) * HOUR;
  await using db = await database(load(0, HOURS));
  await db.run(`DELETE FROM readings WHERE epoch_ms(ts) >= ${ts + HOUR / 2}`);
  const history = await openHistory(db, featureViews);
  const half = [{ meterId: "q", ts: ts + HOUR / 2, kwh: 4 }];
  const made = await makeRequestFeatures(history, featureViews, half);
  // The request's half hour and the two quarters before it: the fourth is not known yet.
  assert.deepEqual(
    await db.rows(`SELECT * FROM (${made}) WHERE epoch_ms(ts) >= ${ts}`),
    [],
  );
  const whole = await makeRequestFeatures(history, featureViews, [
    ...half,
    { meterId: "q", ts: ts + HOUR * 3 / 4, kwh: 4 },
  ]);
  const quarter = load(HOURS - 1, HOURS).kwh[1];
  assert.deepEqual(
    await db.rows(`SELECT round(kwh, 4) AS kwh FROM (${whole}) WHERE epoch_ms(ts) = ${ts}`),
    [{ kwh: Math.round((8 + 2 * quarter) * 1e4) / 1e4 }],
  );
});

Deno.test("makeRequestFeatures() names a meter that the history does not know", async () => {
  await using db = await database(load(0, 2));
  const history = await openHistory(db, featureViews);
  await assert.rejects(
    makeRequestFeatures(history, featureViews, [{ meterId: "x", ts: START, kwh: 1 }]),
    { name: "UnknownMeterError", message: /meter "x"/ },
  );
});

Deno.test("makeRequestFeatures() gives the bytes of the batch at every border of a day", async () => {
  const meters = [
    { meterId: "h", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 1 },
    { meterId: "k", siteId: "s", timeZone: "Asia/Kolkata", intervalMinutes: 60, size: 3 },
    { meterId: "n", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 7 },
  ];
  // Days of 23, 25 and 24 hours; of the last one, what frames of 24 hours hold is not kept.
  for (const [day, isKept] of [[[2, 28], true], [[9, 31], false], [[10, 9], true]] as const) {
    const dawn = Date.UTC(2021, ...day) - (day[0] === 9 ? HOUR : 0);
    const begin = dawn - 61 * 24 * HOUR;
    const simulated = simulateLoad(meters, { from: begin, hours: 64 * 24, seed: 4 });
    const only = (keep: (row: number) => boolean) => {
      const kept = simulated.ts.flatMap((_, row) => keep(row) ? [row] : []);
      const of = <T>(values: readonly T[]) => kept.map((row) => values[row]);
      return {
        meter_id: of(simulated.meter_id),
        ts: of(simulated.ts),
        kwh: of(simulated.kwh),
      };
    };
    // Meter "n" begins that day; "h" has a gap over the midnight before and one in the day.
    const hourOf = (row: number) => Math.floor((simulated.ts[row] - dawn) / HOUR);
    const isThere = (row: number) =>
      simulated.meter_id[row] === "n"
        ? hourOf(row) >= 5
        : simulated.meter_id[row] === "k" || ![-3, -2, -1, 7, 8].includes(hourOf(row));
    await using batch = await openReadings(only(isThere), { meters });
    await materialize(batch, featureViews);
    for (
      const [from, to] of [
        [0, 1],
        [6, 12],
        [0, 23],
        [23, 24],
        [24, 25],
        // Of two days; of the day before, late.
        [20, 28],
        [-12, -6],
      ]
    ) {
      const isSent = (row: number) => isThere(row) && hourOf(row) >= from && hourOf(row) < to;
      // Late readings are missing from the history, which goes on after them.
      const isKnown = (row: number) =>
        isThere(row) && !isSent(row) && hourOf(row) < Math.max(from, 0);
      await using db = await openReadings(only(isKnown), { meters });
      const history = await openHistory(db, featureViews);
      // The day of "k" ends at 18:30 UTC.
      const isOfMeter = (meterId: string) =>
        meterId === "n" ? from > 5 : meterId === "h" || to <= 12;
      const sent = only((row) => isSent(row) && isOfMeter(simulated.meter_id[row]));
      const made = await makeRequestFeatures(history, featureViews, readings(sent), MODEL_INPUTS);
      const hours = await db.columns(
        `SELECT meter_id, ts, ${MODEL_INPUTS.join(", ")} FROM (${made}) ORDER BY meter_id, ts`,
      );
      const asked = await db.rows<{ meter_id: string; ts: number }>("FROM requested_hours");
      await batch.run("CREATE OR REPLACE TABLE asked (meter_id VARCHAR, ts TIMESTAMP)");
      await batch.append("asked", {
        meter_id: asked.map(({ meter_id }) => meter_id),
        ts: asked.map(({ ts }) => ts),
      });
      const expected = await batch.columns(`SELECT meter_id, ts, ${MODEL_INPUTS.join(", ")}
        FROM ${batchQuery} SEMI JOIN asked USING (meter_id, ts) ORDER BY meter_id, ts`);
      const of = `${day} ${from} ${to}`;
      assert.deepEqual(hours.texts("meter_id"), expected.texts("meter_id"), of);
      for (const name of hours.names.slice(1)) {
        assert.deepEqual(hours.numbers(name), expected.numbers(name), `${of} ${name}`);
      }
      if (from >= 0 && to <= 23) assert.equal(made.includes("energy_context_frames"), isKept, of);
    }
  }
});
