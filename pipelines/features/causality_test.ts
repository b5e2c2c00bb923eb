import assert from "node:assert/strict";
import fc from "fast-check";
import type { Database } from "../../data/duckdb/mod.ts";
import {
  featureColumns,
  featureTableQuery,
  featureViews,
  historyView,
  lookbackFrom,
  materialize,
  windowView,
} from "./mod.ts";
import { openReadings, type SimulatedReadings, simulateLoad } from "./simulated_load.ts";

const VIEWS = [...featureViews, windowView, historyView];
const HOUR = 3_600_000;
const START = Date.UTC(2020, 2, 1);
const HOURS = 24 * 63;
const END = START + HOURS * HOUR;
const meters = [
  { meterId: "a", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 1 },
  { meterId: "b", siteId: "s", timeZone: "Asia/Kolkata", intervalMinutes: 60, size: 240 },
];
const times = Array.from({ length: HOURS }, (_, hour) => START + hour * HOUR);
const weather = { siteId: "s", ts: times, temperatureC: times.map((_, hour) => 10 + hour % 24) };

function simulate(seed: number): SimulatedReadings {
  return simulateLoad(meters, { from: START, hours: HOURS, seed });
}

async function features(load: SimulatedReadings, order?: number[]): Promise<Database> {
  const pick = <T>(values: T[]) => order === undefined ? values : order.map((i) => values[i]);
  const readings = {
    meter_id: pick(load.meter_id),
    ts: pick(load.ts),
    kwh: pick(load.kwh),
  };
  const db = await openReadings(readings, { meters, weather });
  await materialize(db, VIEWS);
  return db;
}

async function rowsUntil(db: Database, until: number): Promise<Float32Array> {
  const { values } = await db.float32(`SELECT ${featureColumns(VIEWS).join(", ")}
    FROM (${featureTableQuery(VIEWS)})
    WHERE epoch_ms(ts) <= ${until} ORDER BY meter_id, ts`);
  return values;
}

Deno.test("the feature views give the same bytes when the future is deleted", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 24, max: 24 * 62 }),
      async (seed, hours) => {
        const load = simulate(seed);
        const now = START + hours * HOUR;
        const past = load.ts.flatMap((ts, i) => ts <= now ? [i] : []);
        await using whole = await features(load);
        await using cut = await features(load, past);
        assert.deepEqual(await rowsUntil(cut, now), await rowsUntil(whole, now));
      },
    ),
    { numRuns: 8 },
  );
});

Deno.test("the feature views give the same bytes for shuffled readings", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const load = simulate(seed);
      const order = load.ts.map((_, i) => i).sort((i, j) => hash(i ^ seed) - hash(j ^ seed));
      await using straight = await features(load);
      await using shuffled = await features(load, order);
      assert.deepEqual(await rowsUntil(shuffled, END), await rowsUntil(straight, END));
    }),
    { numRuns: 4 },
  );
});

Deno.test("a feature row needs no readings older than the lookbacks together", async () => {
  const bounded = VIEWS.filter(({ lookbackHours }) => lookbackHours < Infinity);
  const lookback = lookbackFrom(bounded, 0);
  // energy_profile, energy_residual, energy_usual and energy_context build on one another.
  assert.equal(lookback, 1_345 + 9 + 1_416 + 167);
  const hours = lookback + 24 * 10;
  const now = START + (hours - 24) * HOUR;
  const load = simulateLoad(meters, { from: START, hours, seed: 7 });
  await using db = await features(load);
  // Some look at all history: kept from the whole, the rest from the lookback.
  await using recent = await features(
    load,
    load.ts.flatMap((ts, i) => ts >= now - lookback * HOUR ? [i] : []),
  );
  const slow = ["above_highest", "below_lowest", ...featureColumns([historyView])];
  const columns = featureColumns(VIEWS).filter((name) => !slow.includes(name)).join(", ");
  const sql = `SELECT ${columns} FROM (${
    featureTableQuery(VIEWS)
  }) WHERE epoch_ms(ts) >= ${now} ORDER BY ALL`;
  assert.deepEqual((await recent.float32(sql)).values, (await db.float32(sql)).values);
});

function hash(i: number): number {
  return Math.imul(i ^ (i >>> 7), 0x9e3779b1) >>> 0;
}
