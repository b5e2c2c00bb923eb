/** An evaluation as a table that people read. */
import { type MetricName, metrics } from "../../models/mod.ts";
import type { MemberGain } from "./ablation.ts";
import { alarmText } from "./alarm_text.ts";
import type { EvaluationReport } from "./evaluation_report.ts";
import type { ReportedFigures, ReportedInterval } from "./reported_figures.ts";
import type { TabularReport } from "./tabular.ts";

const FIGURES = Object.keys(metrics) as MetricName[];

/**
 * All scorers with their figures and intervals as Markdown, each kind by average precision; where
 * the data has rows whose reading gives the label away, a second table is without them. Where the
 * mean has members to spare, a last one says what each of them adds to it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const report = {
 *   dataset: "told",
 *   dataset_digest: "00",
 *   labels: "told by hand",
 *   protocol: "split",
 *   folds: 1,
 *   seed: 1,
 *   threshold: { rule: "quantile", contamination: 0.01 },
 *   alarms: null,
 *   rows: 0,
 *   anomalous_rows: 0,
 *   meters: [],
 *   meters_not_ranked: [],
 *   meters_left_out: [],
 *   refused: {},
 *   detectors: {},
 *   floors: {},
 *   ensembles: {},
 *   ablation: {},
 *   without_shortcut_rows: {},
 * } as const;
 * assert.match(reportTable(report), /^\| scorer \| roc_auc \|/);
 * ```
 */
export function reportTable(report: EvaluationReport): string {
  const kinds = [
    [report.ensembles, " (ensemble)"],
    [report.detectors, ""],
    [report.floors, " (floor)"],
  ] as const;
  const rows = kinds.flatMap(([scorers, suffix]) =>
    byPrecision(scorers).map(([name, figures]) => [`${name}${suffix}`, figures] as const)
  );
  const rest = byPrecision(report.without_shortcut_rows);
  const gains = byPrecision(report.ablation);
  return [
    figureTable(rows),
    ...(report.alarms === null ? [] : ["", alarmText(report.alarms, report.threshold)]),
    ...(rest.length === 0
      ? []
      : ["", "Without rows that read exactly 1.0:", "", figureTable(rest)]),
    ...(gains.length === 0
      ? []
      : ["", "The mean of all members minus the mean without one of them:", "", gainTable(gains)]),
  ].join("\n");
}

/**
 * Detectors and floors on a table without times, the best ROC-AUC first, as Markdown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const figures = { roc_auc: 0.5, average_precision: 0.1 };
 * const constant = { ...figures, roc_auc_ci: [0.5, 0.5], average_precision_ci: [0.1, 0.1] } as const;
 * const facts = { dataset: "glass", protocol: "told", seed: 1, rows: 10, anomalous_rows: 1 };
 * const report = { ...facts, refused: {}, detectors: {}, floors: { constant } };
 * assert.match(tabularTable(report), /\| constant \(floor\) \| 0\.500 \(0\.500–0\.500\) \|/);
 * ```
 */
export function tabularTable(report: TabularReport): string {
  const scorers = [
    ...Object.entries(report.detectors).sort(([, a], [, b]) => b.roc_auc - a.roc_auc),
    ...Object.entries(report.floors).map(([name, floor]) => [`${name} (floor)`, floor] as const),
  ];
  return markdownTable(
    ["scorer", "roc_auc", "average_precision"],
    scorers.map(([name, figures]) => [
      name,
      figureText(figures.roc_auc, figures.roc_auc_ci, 3),
      figureText(figures.average_precision, figures.average_precision_ci, 3),
    ]),
  );
}

function byPrecision<Figures extends Pick<ReportedFigures, "average_precision">>(
  scorers: Readonly<Record<string, Figures>>,
): [string, Figures][] {
  return Object.entries(scorers).sort(([, a], [, b]) =>
    (b.average_precision ?? 0) - (a.average_precision ?? 0)
  );
}

function figureTable(scorers: readonly (readonly [string, ReportedFigures])[]): string {
  return markdownTable(
    ["scorer", ...FIGURES],
    scorers.map(([name, figures]) => [
      name,
      ...FIGURES.map((figure) =>
        figureText(
          figures[figure],
          figures[`${figure}_ci`],
          metrics[figure].unit === "share" ? 3 : 2,
        )
      ),
    ]),
  );
}

function gainTable(members: readonly (readonly [string, MemberGain])[]): string {
  return markdownTable(
    ["scorer", "roc_auc", "average_precision", "event_f1"],
    members.map(([name, gain]) => [
      `mean without ${name}`,
      gainText(gain.roc_auc, gain.roc_auc_ci),
      gainText(gain.average_precision, gain.average_precision_ci),
      gainText(gain.event_f1, gain.event_f1_ci),
    ]),
  );
}

function gainText(value: number | null, interval: ReportedInterval): string {
  const signed = (gain: number | null) =>
    gain === null ? "–" : `${gain < 0 ? "" : "+"}${gain.toFixed(3)}`;
  const [low, high] = interval.map(signed);
  return value === null ? "–" : `${signed(value)} (${low} to ${high})`;
}

function figureText(value: number | null, interval: ReportedInterval, digits: number): string {
  if (value === null) return "–";
  const [low, high] = interval.map((end) => end?.toFixed(digits) ?? "–");
  return `${value.toFixed(digits)} (${low}–${high})`;
}

/**
 * Rows as a Markdown table, the first column to the left and the others to the right.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(markdownTable(["a", "b"], [["x", "10"]]), "| a |  b |\n| - | -: |\n| x | 10 |");
 * ```
 */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const widths = header.map((_, i) => Math.max(...[header, ...rows].map((row) => row[i].length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((c, i) => i === 0 ? c.padEnd(widths[i]) : c.padStart(widths[i])).join(" | ")} |`;
  const rule = widths.map((width, i) => i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`);
  return [line(header), line(rule), ...rows.map(line)].join("\n");
}
