import assert from "node:assert/strict";
import { metersReadTooSeldom } from "./hourly_meters.ts";
import { openReadings } from "./simulated_load.ts";

async function tooSeldom(...intervals: number[]): Promise<string[]> {
  const meters = intervals.map((intervalMinutes) => (
    { meterId: `m${intervalMinutes}`, siteId: "s", timeZone: "UTC", intervalMinutes, size: 1 }
  ));
  await using db = await openReadings({ meter_id: [], ts: [], kwh: [] }, { meters });
  return await metersReadTooSeldom(db);
}

Deno.test("metersReadTooSeldom() names the meters that are read less than hourly", async () => {
  assert.deepEqual(await tooSeldom(15, 30, 60), []);
  assert.deepEqual(await tooSeldom(61, 60, 1_440), ["m1440", "m61"]);
});

Deno.test("metersReadTooSeldom() refuses a dataset without a meter that is read hourly", async () => {
  await assert.rejects(tooSeldom(43_200, 1_440), {
    name: "RangeError",
    message: "Cannot make features of hours as a meter must be read at least every 60 minutes: " +
      "the most often read one is every 1440",
  });
  await assert.rejects(tooSeldom(), /there is none$/);
});
