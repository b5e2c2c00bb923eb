import assert from "node:assert/strict";
import { openContext } from "../context.ts";
import { featureViews } from "../features/mod.ts";
import { createProgress } from "../progress.ts";
import { openFeatures } from "./open_features.ts";

/** Opens the features of one reading each of some meters and tells what was said and is there. */
async function open(intervals: Record<string, number>) {
  const home = await Deno.makeTempDir();
  const told: string[] = [];
  const progress = createProgress({
    write: (text) => told.push(text),
    isTerminal: false,
    now: () => 0,
  });
  try {
    await using context = await openContext({ home }, () => 0);
    const { db } = context;
    await db.run(`
      CREATE TABLE meters (meter_id VARCHAR, site_id VARCHAR, time_zone VARCHAR, interval_minutes INTEGER);
      CREATE TABLE readings (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE);
      CREATE TABLE weather (site_id VARCHAR, ts TIMESTAMP, temperature_c DOUBLE)`);
    for (const [meterId, minutes] of Object.entries(intervals)) {
      await db.run(`INSERT INTO meters VALUES ('${meterId}', 's', 'UTC', ${minutes});
        INSERT INTO readings VALUES ('${meterId}', TIMESTAMP '2024-01-01', 1)`);
    }
    await openFeatures(context, featureViews, { dataset: "demo", sourceDigest: "00" }, progress);
    return { told, meters: await db.rows("SELECT meter_id FROM features") };
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("openFeatures() names the meters that it leaves out", async () => {
  const { told, meters } = await open({ hourly: 60, daily: 1_440, monthly: 43_200 });
  assert.equal(told[0], "Left out as they are read less than hourly: daily, monthly\n");
  assert.deepEqual(meters, [{ meter_id: "hourly" }]);
});

Deno.test("openFeatures() says nothing where all meters are read hourly", async () => {
  assert.equal((await open({ hourly: 60 })).told[0], "features …\n");
});

Deno.test("openFeatures() refuses a dataset of daily meters", async () => {
  await assert.rejects(open({ daily: 1_440 }), {
    name: "RangeError",
    message: /^Cannot make features of hours/,
  });
});
