/** The drift study as text for people. */
import { markdownTable } from "../report_table.ts";
import type { DriftStudy, PartFigures } from "./drift_study.ts";
import type { ReportedInterval } from "../reported_figures.ts";
import { PLANTED } from "./planted_changes.ts";

/**
 * The study as Markdown: a table of flagged meter-months, then sentences on the site and the
 * closure, for the meters that were held out and, shorter, for those of development.
 */
export function driftStudyTable({ held_out, development }: DriftStudy): string {
  return [
    `${held_out.meters.length} meters that no choice was made by, each month of 2019 judged by 2018:`,
    "",
    judgesTable(held_out),
    "",
    ...sentences(held_out),
    "",
    `The ${development.meters.length} meters by which lengths and limits were chosen:`,
    "",
    judgesTable({ ...development, judges: { ours: development.judges.ours } }),
    "",
    ...sentences(development),
  ].join("\n");
}

function judgesTable({ judges }: Pick<PartFigures, "judges">): string {
  return markdownTable(
    ["flagged meter-months", "ordinary", ...PLANTED.map(changeText)],
    Object.entries(judges).map(([judge, shares]) => [
      judge.replaceAll("_", " "),
      shareText(shares.false_alarms, shares.false_alarms_ci),
      ...PLANTED.map(({ name }) => shareText(shares[name], shares[`${name}_ci`])),
    ]),
  );
}

function changeText({ share, days }: { readonly share: number; readonly days: number }): string {
  return `${share > 0 ? "+" : "−"}${Math.round(Math.abs(share) * 100)} %, ${days} d`;
}

function sentences({ closure, site, median_limit }: PartFigures): string[] {
  const { meters, really_changed } = closure;
  const changed = meters.filter((meter) => meter.really_changed);
  const late = changed.filter(({ days }) => days === null || days > 7)
    .map(({ meter, flagged, lasting }) =>
      `${meter} ${flagged ?? (lasting ? "only at the end of May" : "never")}`
    );
  const others = meters.length - really_changed;
  const alsoFlagged =
    meters.filter((meter) => !meter.really_changed && meter.flagged !== null).length;
  return [
    `A change of a month is flagged from ${
      median_limit === null ? "–" : `${percent(median_limit)} %`
    } on for half of the meter-months.`,
    `The site as a whole: flagged in ${site.ordinary} of ${site.months} ordinary months; with load ` +
    `on all meters ${
      PLANTED.map((change) => `${changeText(change)}: ${site.planted[change.name]}`).join("; ")
    }.`,
    `Closure of March 2020: ${really_changed} of ${meters.length} meters really changed; flagged ` +
    `within 7 days ${shareText(closure.in_time, closure.in_time_ci)} %, by the end of May ${
      shareText(closure.flagged, closure.flagged_ci)
    } %; median day ${closure.median_days ?? "–"} (day 1 is 23 March, a day before it 0 or less).`,
    `Later or not: ${late.length === 0 ? "none" : late.join(", ")}.`,
    `Of the ${others} others ${alsoFlagged} were flagged too. The site was flagged on ${
      closure.site.flagged ?? "no day"
    }${closure.site.days === null ? "" : `, day ${closure.site.days}`}.`,
  ];
}

/** A share with its interval, in percent. */
function shareText(share: number | null, [low, high]: ReportedInterval): string {
  if (share === null || low === null || high === null) return "–";
  return `${percent(share)} (${percent(low)}–${percent(high)})`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
