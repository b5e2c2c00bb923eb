import assert from "node:assert/strict";
import { LAST_WEEKS, openSiteYear, YEAR_BEFORE } from "../load_drift/site_year_fixture.ts";
import { withHostelInput } from "./hostel_input_fixture.ts";
import { meters, type MetersFigures, metersSentence } from "./meters.ts";
import type { MonitoringInput } from "./section.ts";

const NONE: MetersFigures = {
  meters: 7,
  drifted: 0,
  unknown: 0,
  by_chance: 1,
  raw_drifted: 5,
  worst: [],
  sites: [],
};

async function judged(factor: string) {
  await using db = await openSiteYear(factor);
  // The section asks nothing of a model.
  const input = { db, dataset: "year", window: LAST_WEEKS, reference: YEAR_BEFORE };
  return await meters.compute(input as unknown as MonitoringInput);
}

function meterFigures(meter: string, change: number) {
  return {
    meter,
    site: "campus",
    verdict: "drift",
    flagged: "2024-02-09",
    since: "2024-02-06",
    change,
    kwh_per_day: 1,
    limit: 0.1,
    floor: 0.01,
    raw_psi: 0,
  } as const;
}

Deno.test("metersSentence() names the worst three with their change and since when", () => {
  const worst = ["a", "b", "c", "d"].map((name, i) => meterFigures(name, i % 2 ? 0.25 : -0.5));
  assert.equal(
    metersSentence({ ...NONE, drifted: 4, unknown: 2, worst }),
    "4 of 7 meters changed, up to 1 may by chance: a −50 % since 2024-02-06, b +25 % since " +
      "2024-02-06, c −50 % since 2024-02-06 …; of 2 too little is known; raw loads would have " +
      "flagged 5",
  );
});

Deno.test("metersSentence() says which site changed as a whole", () => {
  const site = { meters: 6, drifted: 0, flagged: "2024-02-09", change: -0.4 } as const;
  const sites = [
    { ...site, site: "north", verdict: "no_drift" as const },
    { ...site, site: "south", verdict: "drift" as const },
  ];
  assert.match(
    metersSentence({ ...NONE, sites }),
    /; south as a whole −40 %, flagged on 2024-02-09; /,
  );
});

Deno.test("one meter is named, but one of seven is no drift of the whole", async () => {
  const { verdict, figures, tables, summary } = await judged(
    "CASE WHEN meter = 3 AND day >= 400 THEN 0.7 ELSE 1 END",
  );
  assert.equal(verdict, "no_drift");
  assert.deepEqual([figures.meters, figures.drifted, figures.by_chance], [7, 1, 1]);
  assert.equal(figures.worst[0].meter, "m3");
  assert.deepEqual(tables[0].rows[0].slice(0, 4), ["m3", "campus", "changed", "2024-02-06"]);
  assert.match(
    summary,
    /^1 of 7 meters changed, up to 1 may by chance: m3 −30 % since 2024-02-06;/,
  );
});

Deno.test("more meters than chance makes are drift, and so is a site that moves", async () => {
  const two = await judged("CASE WHEN meter IN (1, 3) AND day >= 400 THEN 0.7 ELSE 1 END");
  assert.deepEqual([two.verdict, two.figures.drifted], ["drift", 2]);
  assert.deepEqual(two.figures.sites.map(({ verdict }) => verdict), ["no_drift"]);
  const site = await judged("CASE WHEN meter < 6 AND day >= 405 THEN 0.6 ELSE 1 END");
  assert.equal(site.verdict, "drift");
  assert.deepEqual(site.figures.sites.map(({ verdict, drifted }) => [verdict, drifted]), [
    ["drift", 6],
  ]);
  assert.equal(site.tables[1].rows[0][3], "changed");
});

Deno.test("with under a year of reference a change of the site is not told from a season", async () => {
  await withHostelInput(async (input) => {
    const { verdict, figures } = await meters.compute(input);
    assert.equal(verdict, "no_drift");
    assert.ok(figures.sites.every((site) => site.verdict === "unknown"));
  });
});
