import assert from "node:assert/strict";
import fc from "fast-check";
import { featureColumns, featureTableQuery, featureViews, materialize } from "../features/mod.ts";
import { openReadings, type SimulatedReadings, simulateLoad } from "../features/simulated_load.ts";
import { openHistory } from "./history.ts";
import { makeRequestFeatures } from "./request_features.ts";

const HOUR = 3_600_000;
/** So that clocks change within the requests. */
const FROM = Date.UTC(2021, 0, 18);
const HOURS = 24 * 72;
const meters = [
  { meterId: "h", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 1 },
  { meterId: "k", siteId: "s", timeZone: "Asia/Kolkata", intervalMinutes: 30, size: 3 },
  { meterId: "n", siteId: "s", timeZone: "America/New_York", intervalMinutes: 60, size: 9 },
];
const load = simulateLoad(meters, { from: FROM, hours: HOURS, seed: 12 });
const KEYS = `meter_id, ts, ${featureColumns(featureViews).join(", ")}, kwh, expected_kwh`;

function rows(keep: (row: number) => boolean): SimulatedReadings {
  const kept = load.ts.flatMap((_, row) => keep(row) ? [row] : []);
  return {
    meter_id: kept.map((row) => load.meter_id[row]),
    ts: kept.map((row) => load.ts[row]),
    kwh: kept.map((row) => load.kwh[row]),
  };
}

Deno.test("any request over kept rows gives the bytes of the batch over the same readings", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        // The history ends on any hour of the last two weeks, and so does what is sent.
        end: fc.integer({ min: HOURS - 14 * 24, max: HOURS - 1 }),
        hours: fc.integer({ min: 1, max: 5 * 24 }),
        every: fc.constantFrom(1, 2, 7),
        meterIds: fc.subarray(["h", "k", "n"], { minLength: 1 }),
        missing: fc.integer({ min: 0, max: 40 }),
        overlap: fc.integer({ min: 0, max: 60 }),
      }),
      async ({ end, hours, every, meterIds, missing, overlap }) => {
        const now = FROM + end * HOUR;
        // Readings of some hours before the end are sent again, others come late.
        const from = now - overlap * HOUR;
        const isSent = (row: number) =>
          meterIds.includes(load.meter_id[row]) && load.ts[row] >= from &&
          load.ts[row] < now + hours * HOUR && Math.floor(load.ts[row] / HOUR) % every === 0;
        const isKnown = (row: number) =>
          load.ts[row] < now && !(missing > 0 && isSent(row) && row % (missing + 1) === 0);
        const history = rows(isKnown);
        const sent = rows(isSent);
        const whole = rows((row) => isKnown(row) || isSent(row));
        await using batch = await openReadings(whole, { meters });
        await materialize(batch, featureViews);
        await using db = await openReadings(history, { meters });
        const opened = await openHistory(db, featureViews);
        const readings = sent.ts.map((ts, i) => ({
          meterId: sent.meter_id[i],
          ts,
          kwh: sent.kwh[i],
        }));
        if (readings.length === 0) return;
        assert.ok(readings.every(({ meterId, ts }) => opened.recent.covers(meterId, ts)));
        // Twice, as the second time finds the rows of dawn.
        for (let repeat = 0; repeat < 2; repeat++) {
          const query = await makeRequestFeatures(opened, featureViews, readings);
          const got = await db.columns(`SELECT ${KEYS} FROM (${query}) ORDER BY meter_id, ts`);
          const asked = await db.rows<{ meter_id: string; ts: number }>("FROM requested_hours");
          await batch.run("CREATE OR REPLACE TABLE asked (meter_id VARCHAR, ts TIMESTAMP)");
          await batch.append("asked", {
            meter_id: asked.map(({ meter_id }) => meter_id),
            ts: asked.map(({ ts }) => ts),
          });
          const expected = await batch.columns(`SELECT ${KEYS}
            FROM (${featureTableQuery(featureViews)}) SEMI JOIN asked USING (meter_id, ts)
            ORDER BY meter_id, ts`);
          assert.deepEqual(got.texts("meter_id"), expected.texts("meter_id"));
          for (const name of got.names.slice(1)) {
            assert.deepEqual(got.numbers(name), expected.numbers(name), name);
          }
        }
      },
    ),
    { numRuns: 12, seed: 5 },
  );
});
