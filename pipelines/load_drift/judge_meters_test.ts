import assert from "node:assert/strict";
import { judgeMeters } from "./judge_meters.ts";
import { LAST_WEEKS, openSiteYear, YEAR_BEFORE, YEAR_START } from "./site_year_fixture.ts";

const SPANS = { reference: YEAR_BEFORE, window: LAST_WEEKS };
const DAY_MS = 86_400_000;

function dateOf(day: number): string {
  return new Date(YEAR_START + day * DAY_MS).toISOString().slice(0, 10);
}

function near(actual: number | null, expected: number, tolerance: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) <= tolerance, `${actual}`);
}

Deno.test("judgeMeters() finds nothing where season and weekends explain all", async () => {
  await using db = await openSiteYear();
  const { meters, sites } = await judgeMeters(db, SPANS);
  assert.deepEqual(meters.map(({ meterId, siteId, verdict }) => [meterId, siteId, verdict]), [
    ["alone", "lodge", "no_drift"],
    ...[0, 1, 2, 3, 4, 5].map((meter) => [`m${meter}`, "campus", "no_drift"]),
  ]);
  assert.deepEqual(sites.map(({ siteId, meters, verdict }) => [siteId, meters, verdict]), [
    ["campus", 6, "no_drift"],
  ]);
  for (const { change, flagged, since } of meters) {
    near(change, 0, 0.02);
    assert.deepEqual([flagged, since], [null, null]);
  }
});

Deno.test("judgeMeters() says which meter changed, since when and by how much", async () => {
  await using db = await openSiteYear("CASE WHEN meter = 3 AND day >= 400 THEN 0.7 ELSE 1 END");
  const { meters, sites } = await judgeMeters(db, SPANS);
  const drifted = meters.filter(({ verdict }) => verdict === "drift");
  assert.deepEqual(drifted.map(({ meterId }) => meterId), ["m3"]);
  const [{ since, flagged, change, kwhPerDay }] = drifted;
  assert.equal(since, dateOf(400));
  // The second or third changed day of seven is beyond the limit, as the highest are set aside.
  assert.ok(flagged === dateOf(401) || flagged === dateOf(402), String(flagged));
  near(change, -0.3, 0.01);
  const [usual] = await db.rows<{ kwh: number }>(`SELECT sum(kwh) / 28 AS kwh FROM readings
    WHERE meter_id = 'm2' AND ts >= make_timestamp(${LAST_WEEKS.from * 1000})`);
  near(kwhPerDay, -0.3 * usual.kwh, 0.03 * usual.kwh);
  assert.equal(sites[0].verdict, "no_drift");
});

Deno.test("judgeMeters() tells a site that moved from its meters", async () => {
  await using db = await openSiteYear("CASE WHEN meter < 6 AND day >= 405 THEN 0.6 ELSE 1 END");
  const { meters, sites } = await judgeMeters(db, SPANS);
  const [site] = sites;
  assert.deepEqual([site.siteId, site.verdict], ["campus", "drift"]);
  assert.ok(site.flagged! >= dateOf(405) && site.flagged! <= dateOf(408), String(site.flagged));
  assert.deepEqual(
    meters.filter(({ verdict }) => verdict === "drift").map(({ meterId }) => meterId),
    ["m0", "m1", "m2", "m3", "m4", "m5"],
  );
});

Deno.test("judgeMeters() knows a season that was there the year before", async () => {
  // Ten days from 11 February 2023 and 2024 on.
  await using db = await openSiteYear(
    "CASE WHEN day BETWEEN 40 AND 49 OR day BETWEEN 405 AND 414 THEN 0.6 ELSE 1 END",
  );
  const { meters, sites } = await judgeMeters(db, SPANS);
  assert.notEqual(sites[0].verdict, "drift");
  assert.ok(meters.every(({ verdict, siteId }) => verdict === "no_drift" || siteId === "lodge"));
});

Deno.test("judgeMeters() gives what raw loads would say beside", async () => {
  await using db = await openSiteYear("CASE WHEN meter = 0 AND day >= 392 THEN 3 ELSE 1 END");
  const { meters } = await judgeMeters(db, SPANS);
  const [, m0, m1] = meters;
  assert.ok(m0.rawPsi! > 1 && m0.rawPsi! > 3 * m1.rawPsi!, `${m0.rawPsi} ${m1.rawPsi}`);
});

Deno.test("judgeMeters() does not know without hours, or without a reference", async () => {
  await using db = await openSiteYear();
  await db.run(`DELETE FROM readings WHERE meter_id = 'm4'
    AND ts >= make_timestamp(${(LAST_WEEKS.from - 20 * DAY_MS) * 1000})`);
  const { meters } = await judgeMeters(db, SPANS);
  const m4 = meters.find(({ meterId }) => meterId === "m4")!;
  assert.deepEqual([m4.verdict, m4.change, m4.kwhPerDay, m4.rawPsi], ["unknown", null, null, null]);
  const empty = { from: LAST_WEEKS.from, to: LAST_WEEKS.from };
  const none = await judgeMeters(db, { reference: empty, window: LAST_WEEKS });
  assert.ok(none.meters.every(({ verdict }) => verdict === "unknown"));
  assert.deepEqual(none.meters.map(({ limit, floor }) => [limit, floor])[0], [null, null]);
});

Deno.test("judgeMeters() reads the last 414 days of the reference alone", async () => {
  await using db = await openSiteYear();
  const window = { from: LAST_WEEKS.to - 5 * DAY_MS, to: LAST_WEEKS.to };
  const reference = { from: YEAR_START - 1000 * DAY_MS, to: window.from };
  const before = await judgeMeters(db, { reference, window });
  await db.run(`UPDATE readings SET kwh = 50
    WHERE ts < make_timestamp(${(window.from - 414 * DAY_MS) * 1000})`);
  assert.deepEqual(await judgeMeters(db, { reference, window }), before);
});
