/** An evaluation as a table that people read. */
import { type MetricName, metrics } from "../../models/mod.ts";
import type { EvaluationReport, ReportedFigures, ReportedInterval } from "./evaluation_report.ts";
import type { TabularReport } from "./tabular.ts";

const FIGURES = Object.keys(metrics) as MetricName[];

/**
 * All scorers with their figures and intervals as Markdown, each kind by average precision; where
 * the data has rows whose reading gives the label away, a second table is without them.
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
 *   rows: 0,
 *   anomalous_rows: 0,
 *   meters: [],
 *   meters_not_ranked: [],
 *   meters_left_out: [],
 *   refused: {},
 *   detectors: {},
 *   floors: {},
 *   ensembles: {},
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
  return [
    figureTable(rows),
    ...(rest.length === 0
      ? []
      : ["", "Without rows that read exactly 1.0:", "", figureTable(rest)]),
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

function byPrecision<Figures extends ReportedFigures>(
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
