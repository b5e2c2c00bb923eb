import assert from "node:assert/strict";
import { featureViews, materialize } from "./mod.ts";
import { openReadings } from "./simulated_load.ts";

const meters = [
  { meterId: "m", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 1 },
  { meterId: "n", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 },
];

Deno.test("energy_extremes knows the earlier local days of the same meter only", async () => {
  const readings = {
    meter_id: ["m", "m", "m", "m", "m", "n"],
    ts: [
      Date.UTC(2021, 5, 1, 10),
      Date.UTC(2021, 5, 1, 11),
      // 00:00 of 2 June in London.
      Date.UTC(2021, 5, 1, 23),
      Date.UTC(2021, 5, 2, 12),
      // A day later than a day without readings.
      Date.UTC(2021, 5, 4, 12),
      Date.UTC(2021, 5, 2, 12),
    ],
    kwh: [1, 4, 8, 2, 100, 1_000],
  };
  await using db = await openReadings(readings, { meters });
  await materialize(db, featureViews.slice(0, 2));
  const rows = await db.rows(`
    SELECT meter_id, CAST(day AS VARCHAR) AS day,
      round(exp(highest_so_far), 6) AS highest, round(exp(lowest_so_far), 6) AS lowest
    FROM energy_extremes ORDER BY meter_id, day`);
  assert.deepEqual(rows, [
    { meter_id: "m", day: "2021-06-01", highest: null, lowest: null },
    { meter_id: "m", day: "2021-06-02", highest: 4, lowest: 1 },
    { meter_id: "m", day: "2021-06-04", highest: 8, lowest: 1 },
    { meter_id: "n", day: "2021-06-02", highest: null, lowest: null },
  ]);
});
