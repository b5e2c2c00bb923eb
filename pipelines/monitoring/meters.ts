/** Which meters and sites use more or less than calendar, weather and siblings explain. */
import { mostByChance } from "../../models/mod.ts";
import { changeChart } from "../../notebooks/charts/mod.ts";
import { type JudgedMeter, type JudgedSite, judgeMeters } from "../load_drift/judge_meters.ts";
import type { MonitoringSection, ReportTable } from "./section.ts";

/** Meters in the table and in the picture, sites in the table. */
const SHOWN = 20;
/** Meters and sites among the figures. */
const TOLD = 100;
/** Meters named in the sentence. */
const NAMED = 3;
/** At most this share of the meters is flagged in ordinary months, as the limits are made for. */
const FALSE_ALARMS = 0.05;
/** Textbooks call a population stability index above this a change. */
const RAW_LIMIT = 0.1;

/** One meter against its reference. */
export interface MeterFigures {
  readonly meter: string;
  readonly site: string;
  readonly verdict: JudgedMeter["verdict"];
  /** ISO date of the day at whose end it was first flagged. */
  readonly flagged: string | null;
  /** ISO date since when its level is another one. */
  readonly since: string | null;
  /** Share of the usual load. */
  readonly change: number | null;
  readonly kwh_per_day: number | null;
  /** Share that a whole window may change by, and what sampling alone makes of it. */
  readonly limit: number | null;
  readonly floor: number | null;
  /** Population stability index of the raw loads. */
  readonly raw_psi: number | null;
}

/** One site of five meters or more. */
export interface SiteFigures {
  readonly site: string;
  readonly meters: number;
  readonly drifted: number;
  readonly verdict: JudgedSite["verdict"];
  readonly flagged: string | null;
  readonly change: number | null;
}

/** The meters of the window. */
export interface MetersFigures {
  readonly meters: number;
  readonly drifted: number;
  /** Meters of which too little is known. */
  readonly unknown: number;
  /** Flags that chance alone may make of so many meters. */
  readonly by_chance: number;
  /** Meters whose raw loads have a population stability index above 0.1. */
  readonly raw_drifted: number;
  /** By how far they are beyond their limits, at most 100. */
  readonly worst: readonly MeterFigures[];
  /** By id, at most 100. */
  readonly sites: readonly SiteFigures[];
}

/**
 * Judges each meter by its own reference: a baseline of hour of week and temperature, then what its
 * siblings on the site do not share, against what it did before. The whole drifts when a site does,
 * or when more meters do than chance makes of one in twenty; single ones are named in any case.
 */
export const meters: MonitoringSection<MetersFigures> = {
  name: "meters",
  title: "Meters and sites",
  async compute({ db, window, reference }, onProgress) {
    const judged = await judgeMeters(db, { window, reference }, onProgress);
    const known = judged.meters.filter(({ verdict }) => verdict !== "unknown");
    const drifted = known.filter(({ verdict }) => verdict === "drift");
    const byChance = mostByChance(known.length, FALSE_ALARMS);
    const worst = judged.meters.toSorted((a, b) =>
      severity(b) - severity(a) || (a.meterId < b.meterId ? -1 : 1)
    );
    const sites = judged.sites.map((site) => siteFigures(site, drifted));
    const moved = sites.some(({ verdict }) => verdict === "drift");
    const figures: MetersFigures = {
      meters: judged.meters.length,
      drifted: drifted.length,
      unknown: judged.meters.length - known.length,
      by_chance: byChance,
      raw_drifted: judged.meters.filter(({ rawPsi }) => (rawPsi ?? 0) > RAW_LIMIT).length,
      worst: worst.slice(0, TOLD).map(meterFigures),
      sites: sites.slice(0, TOLD),
    };
    if (known.length === 0) {
      return {
        verdict: "unknown",
        summary: "No meter has six weeks of hourly reference and a week in the window",
        figures,
        tables: [],
        charts: [],
      };
    }
    const shown = figures.worst.slice(0, SHOWN);
    return {
      verdict: moved || drifted.length > byChance ? "drift" : "no_drift",
      summary: metersSentence(figures),
      figures,
      tables: [metersTable(shown), ...(sites.length === 0 ? [] : [sitesTable(sites)])],
      charts: [{
        caption: "By how much each meter's load changed, beyond calendar and weather, and by how " +
          "much it may over the whole window",
        draw: (width) => changeChart(shown.flatMap(changeRow), { width }).svg,
      }],
    };
  },
};

/**
 * What changed, in a sentence.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const figures = { meters: 39, drifted: 0, unknown: 0, by_chance: 4, raw_drifted: 37 };
 * assert.equal(
 *   metersSentence({ ...figures, worst: [], sites: [] }),
 *   "0 of 39 meters changed, up to 4 may by chance; raw loads would have flagged 37",
 * );
 * ```
 */
export function metersSentence(figures: MetersFigures): string {
  const { drifted, unknown, by_chance, raw_drifted, worst, sites } = figures;
  const named = worst.filter(({ verdict }) => verdict === "drift").slice(0, NAMED).map((meter) =>
    `${meter.meter} ${percent(meter.change)} since ${meter.since ?? meter.flagged}`
  );
  const moved = sites.filter(({ verdict }) => verdict === "drift");
  const wholes = moved.slice(0, 1).map((site) =>
    `${site.site} as a whole ${percent(site.change)}, flagged on ${site.flagged}` +
    (moved.length > 1 ? ` …` : "")
  );
  return [
    `${drifted} of ${figures.meters} meters changed, up to ${by_chance} may by chance` +
    (named.length === 0 ? "" : `: ${named.join(", ")}${drifted > NAMED ? " …" : ""}`),
    ...wholes,
    ...(unknown === 0 ? [] : [`of ${unknown} too little is known`]),
    `raw loads would have flagged ${raw_drifted}`,
  ].join("; ");
}

/** Flagged ones first, then by the change in units of the limit. */
function severity({ verdict, change, limit }: JudgedMeter): number {
  const size = change === null || limit === null ? 0 : Math.abs(Math.log1p(change)) /
    Math.log1p(limit);
  return (verdict === "drift" ? 1e6 : 0) + size;
}

function meterFigures(meter: JudgedMeter): MeterFigures {
  return {
    meter: meter.meterId,
    site: meter.siteId,
    verdict: meter.verdict,
    flagged: meter.flagged,
    since: meter.since,
    change: meter.change,
    kwh_per_day: meter.kwhPerDay,
    limit: meter.limit,
    floor: meter.floor,
    raw_psi: meter.rawPsi,
  };
}

function siteFigures(site: JudgedSite, drifted: readonly JudgedMeter[]): SiteFigures {
  return {
    site: site.siteId,
    meters: site.meters,
    drifted: drifted.filter(({ siteId }) => siteId === site.siteId).length,
    verdict: site.verdict,
    flagged: site.flagged,
    change: site.change,
  };
}

function changeRow({ meter, change, limit, verdict }: MeterFigures) {
  if (change === null) return [];
  return [{ name: meter, change, limit: limit ?? 0, flagged: verdict === "drift" }];
}

function metersTable(rows: readonly MeterFigures[]): ReportTable {
  return {
    title: "The meters that changed most",
    columns: [
      "meter",
      "site",
      "verdict",
      "since",
      "flagged on",
      "change (%)",
      "kWh a day",
      "limit (%)",
      "floor (%)",
      "raw PSI",
    ],
    rows: rows.map((row) => [
      row.meter,
      row.site,
      VERDICTS[row.verdict],
      row.since,
      row.flagged,
      hundredfold(row.change),
      row.kwh_per_day,
      hundredfold(row.limit),
      hundredfold(row.floor),
      row.raw_psi,
    ]),
  };
}

function sitesTable(sites: readonly SiteFigures[]): ReportTable {
  return {
    title: "Sites of five meters or more",
    columns: ["site", "meters", "changed", "as a whole", "flagged on", "change of the median (%)"],
    rows: sites.slice(0, SHOWN).map((row) => [
      row.site,
      row.meters,
      row.drifted,
      VERDICTS[row.verdict],
      row.flagged,
      hundredfold(row.change),
    ]),
  };
}

const VERDICTS = { drift: "changed", no_drift: "as usual", unknown: "unknown" } as const;

function hundredfold(share: number | null): number | null {
  return share === null ? null : 100 * share;
}

function percent(share: number | null): string {
  if (share === null) return "by an unknown share";
  return `${share < 0 ? "−" : "+"}${(100 * Math.abs(share)).toFixed(0)} %`;
}
