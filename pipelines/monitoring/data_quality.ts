/** Whether readings still come as they did: gaps, dead and new meters, values that cannot be. */
import { driftChart } from "../../notebooks/charts/mod.ts";
import { chunksOf } from "./chunks.ts";
import { type JudgedQuality, judgeQuality } from "./judge_quality.ts";
import { type ChangedMeters, type MeterChanges, meterChanges } from "./meter_changes.ts";
import { meterPresence } from "./meter_presence.ts";
import { qualityTallies } from "./quality_tallies.ts";
import type { MonitoringSection, ReportTable } from "./section.ts";

/** The readings of the window against those of the reference. */
export interface DataQualityFigures extends JudgedQuality, MeterChanges {}

/**
 * Compares what the data-quality checks find in the window with what they find in stretches of the
 * reference of the same length, meter by meter and rule by rule. As ordinary stretches have bad
 * meters too, the whole drifts when there are more of them than ordinary stretches have, each
 * judged by the others; or when a meter begins, stops or changes its interval.
 *
 * How late a single reading came is not known, as readings are kept without the time at which they
 * were received: `out_of_order` counts those that came after a later one of their meter.
 */
export const dataQuality: MonitoringSection<DataQualityFigures> = {
  name: "data_quality",
  title: "Data quality",
  async compute(input, onProgress) {
    const { db, window } = input;
    const chunks = chunksOf(input);
    const meters = await meterPresence(input);
    const tallies = await qualityTallies(
      db,
      [...chunks, window],
      (share) => onProgress?.(0.9 * share),
    );
    const judged = judgeQuality(tallies, meters, [...chunks, window]);
    onProgress?.(1);
    const figures = { ...judged, ...meterChanges(meters, window) };
    const { affected_meters: affected, usual_affected_meters: usual } = judged;
    const stopped = figures.stopped_meters.count > 0;
    const changed = figures.new_meters.count + figures.changed_interval.count > 0;
    const known = usual !== null && meters.some(({ within }) => within > 0);
    return {
      verdict: stopped || known && (changed || affected > usual)
        ? "drift"
        : known
        ? "no_drift"
        : "unknown",
      summary: summaryOf(figures, known),
      figures,
      tables: tablesOf(figures),
      charts: meters.length === 0 ? [] : [{
        caption:
          "Share of the time that each rule finds fault with, in units of what ordinary stretches of the reference stay within",
        draw: (width) =>
          driftChart(
            judged.rules.map(({ rule, share, limit }) => ({
              column: rule,
              severity: share / limit,
              drifted: share > limit,
            })),
            { width, title: "Faulty time per rule, 1 = limit" },
          ).svg,
      }],
    };
  },
};

function summaryOf(figures: DataQualityFigures, known: boolean): string {
  const { meters, affected_meters, affected, new_meters, stopped_meters, changed_interval } =
    figures;
  const named = (
    text: string,
    { count, worst }: ChangedMeters<{ readonly meter: string }>,
  ) =>
    count === 0 ? [] : [
      `${count} ${text} (${worst.slice(0, 2).map(({ meter }) => short(meter)).join(", ")}${
        count > 2 ? " …" : ""
      })`,
    ];
  const sentence = [
    ...named("stopped", stopped_meters),
    ...named("new", new_meters),
    ...named("with another interval", changed_interval),
    `${affected_meters} of ${meters} meters with more faulty readings than usual` +
    (affected.length === 0 ? "" : `, worst ${short(affected[0].meter)} (${affected[0].rule})`),
  ].join("; ");
  if (known || stopped_meters.count > 0) return sentence;
  return `Too little to compare with: ${figures.chunks} stretches of the reference are as long as the ` +
    "window and have readings, at least 6 are needed";
}

function short(meterId: string): string {
  return meterId.length > 20 ? `${meterId.slice(0, 19)}…` : meterId;
}

function tablesOf(figures: DataQualityFigures): ReportTable[] {
  const { stopped_meters, new_meters, changed_interval, affected, rules } = figures;
  const changes = [
    ...stopped_meters.worst.map(({ meter, since }) => [meter, "stopped", since]),
    ...new_meters.worst.map(({ meter, since }) => [meter, "new", since]),
    ...changed_interval.worst.map(({ meter, minutes_before, minutes_now }) => [
      meter,
      "another interval",
      `${minutes_before} min, now ${minutes_now} min`,
    ]),
  ];
  return [
    {
      title: "Faulty readings by rule, all meters",
      columns: ["rule", "share of time", "limit", "meters affected"],
      rows: rules.map(({ rule, share, limit, meters }) => [rule, share, limit, meters]),
    },
    ...(affected.length === 0 ? [] : [{
      title: "Meters with more faulty readings than usual",
      columns: ["meter", "rule", "share of time", "limit", "episodes", "since"],
      rows: affected.map(({ meter, rule, share, limit, episodes, since }) => [
        meter,
        rule,
        share,
        limit,
        episodes,
        since,
      ]),
    }]),
    ...(changes.length === 0 ? [] : [{
      title: "Meters that came, went or changed",
      columns: ["meter", "change", "since or how"],
      rows: changes,
    }]),
  ];
}
