import assert from "node:assert/strict";
import { type Database, openDatabase } from "../../data/duckdb/mod.ts";
import { planFaults } from "./plan_faults.ts";

const HOUR = 3_600_000;
const WEEK = 7 * 24;

/** A relation `features` of hours from `first` on, their loads by the number of the hour. */
async function features(
  meters: Record<string, { first?: number; hours: number; kwh: string }>,
): Promise<Database> {
  const db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE features (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE)");
  for (const [meterId, { first = 0, hours, kwh }] of Object.entries(meters)) {
    await db.run(`INSERT INTO features
      SELECT '${meterId}', make_timestamp((${first} + hour) * 3600000000), ${kwh}
      FROM range(${hours}) t(hour)`);
  }
  return db;
}

Deno.test("planFaults() plans a fault in eight weeks of each meter's own hours", async () => {
  await using db = await features({
    early: { hours: 20 * WEEK, kwh: "hour % 24" },
    late: { first: 12 * WEEK, hours: 8 * WEEK, kwh: "hour % 24" },
    short: { first: 16 * WEEK, hours: 4 * WEEK, kwh: "hour % 24" },
  });
  assert.deepEqual(await planFaults(db, { meterIds: ["early", "late", "short"] }), {
    meters: [
      // Twenty weeks are two and a half times eight.
      { meterId: "early", from: 0, faults: 3 },
      { meterId: "late", from: 12 * WEEK * HOUR, faults: 1 },
      { meterId: "short", from: 16 * WEEK * HOUR, faults: 1 },
    ],
    leftOut: [],
  });
});

Deno.test("planFaults() plans as many faults as it is told to", async () => {
  await using db = await features({ a: { hours: 20 * WEEK, kwh: "hour % 24" } });
  const { meters } = await planFaults(db, { meterIds: ["a"] }, 21);
  // 140 days are six times and two thirds 21.
  assert.deepEqual(meters, [{ meterId: "a", from: 0, faults: 7 }]);
});

Deno.test("planFaults() leaves out meters that are dead, mostly off, constant, short or unknown", async () => {
  await using db = await features({
    dead: { hours: 24 * WEEK, kwh: "0" },
    off: { hours: 24 * WEEK, kwh: "CASE WHEN hour % 3 = 0 THEN 2 ELSE 0 END" },
    constant: { hours: 24 * WEEK, kwh: "2" },
    short: { hours: 4 * WEEK - 1, kwh: "hour % 24" },
    usual: { hours: 24 * WEEK, kwh: "hour % 24" },
  });
  const meterIds = ["constant", "dead", "nobody", "off", "short", "usual"];
  assert.deepEqual(await planFaults(db, { meterIds }), {
    meters: [{ meterId: "usual", from: 0, faults: 3 }],
    leftOut: ["constant", "dead", "nobody", "off", "short"],
  });
});

Deno.test("planFaults() counts the selected hours only", async () => {
  await using db = await features({ a: { hours: 48 * WEEK, kwh: "hour % 24" } });
  const selection = { meterIds: ["a"], from: 8 * WEEK * HOUR, until: 32 * WEEK * HOUR };
  assert.deepEqual((await planFaults(db, selection)).meters, [
    { meterId: "a", from: 8 * WEEK * HOUR, faults: 3 },
  ]);
});

Deno.test("planFaults() refuses meters that take fewer than three faults together", async () => {
  await using db = await features({
    a: { hours: 19 * WEEK, kwh: "hour % 24" },
    dead: { hours: 24 * WEEK, kwh: "0" },
  });
  await assert.rejects(planFaults(db, { meterIds: ["a", "dead"] }), {
    name: "RangeError",
    message: "Cannot inject fewer than 3 faults, one in 56 days of a meter: " +
      "2 fit into [a], none into [dead], whose readings hardly differ or have less than " +
      "672 complete hours",
  });
  await assert.rejects(planFaults(db, { meterIds: ["dead"] }), /: 0 fit into \[\], none into/);
});
