import assert from "node:assert/strict";
import { featureViews } from "../features/mod.ts";
import { hourlyReadings, openReadings } from "../features/simulated_load.ts";
import { openHistory } from "./history.ts";

const HOUR = 3_600_000;
const FROM = Date.UTC(2021, 0, 1);
const meters = [
  { meterId: "m", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 },
  { meterId: "silent", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 1 },
];
const LAST = 24 * 120 - 1;

Deno.test("what is kept covers the 31 days before and after a meter's last load", async () => {
  const readings = hourlyReadings(FROM, Array.from({ length: LAST + 1 }, (_, hour) => hour % 24));
  await using db = await openReadings(readings, { meters });
  const { recent } = await openHistory(db, featureViews);
  const covers = (hour: number) => recent.covers("m", FROM + hour * HOUR);
  assert.deepEqual([LAST - 31 * 24 - 1, LAST - 31 * 24].map(covers), [false, true]);
  assert.deepEqual([LAST + 31 * 24, LAST + 31 * 24 + 1].map(covers), [true, false]);
  assert.ok(!recent.covers("silent", FROM));
  // Of the view that looks back furthest of those with an end: 1416 h, and to before the dawn 26 h.
  const [{ first }] = await db.rows<{ first: number }>(
    "SELECT min(ts) AS first FROM recent.energy_residual",
  );
  assert.equal((first - FROM) / HOUR, LAST - 1416 - 26 - 31 * 24);
});
