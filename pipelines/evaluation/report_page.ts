/** An evaluation as one HTML file that needs nothing else: figures, charts and how to read them. */
import { findEvents } from "../../models/mod.ts";
import {
  detectorChart,
  precisionRecallChart,
  scoreChart,
  scoreShareChart,
  winChart,
} from "../../notebooks/charts/mod.ts";
import type { JudgedScorer } from "./across_folds.ts";
import { bandRows, curveRows, winRows } from "./chart_rows.ts";
import type { JudgedScorers } from "./evaluate_detectors.ts";
import type { EvaluationReport } from "./evaluation_report.ts";
import type { EvaluationData } from "./labelled_rows.ts";
import { reportTable } from "./report_table.ts";
import { choiceText } from "../steps/threshold_choice.ts";

const HOUR_MS = 3_600_000;

/**
 * The page of a report. The charts of single scorers show those with the highest mean average
 * precision: the best detector or ensemble, the best of the other of these kinds, and the best
 * floor.
 *
 * @param judged The scores that the report is about.
 */
export function reportPage(
  data: EvaluationData,
  judged: JudgedScorers,
  report: EvaluationReport,
): string {
  const ranked = judged.scorers.map((scorer) => ({ scorer, precision: precisionOf(scorer) }))
    .sort((a, b) => b.precision - a.precision).map(({ scorer }) => scorer);
  const best = ranked.filter(({ kind }, i) => ranked.findIndex((r) => r.kind === kind) === i);
  const labels = Uint8Array.from(judged.rows, (row) => data.judged.label[row]);
  const [first] = best;
  const charts = [
    detectorChart(
      ranked.map(({ name }) => ({
        name,
        ...rankingFigures(report, name),
      })),
      { title: "Means over meters, 1 = perfect" },
    ),
    winChart(winRows(judged.scorers), {
      title: "Meters on which a scorer has the higher average precision",
    }),
    precisionRecallChart(
      best.flatMap(({ name, calibrated }) =>
        curveRows(labels, calibrated).map((point) => ({ scorer: name, ...point }))
      ),
    ),
    scoreShareChart(bandRows(labels, first.chances ?? first.calibrated), {
      title: `Share of anomalous hours by ${first.chances ? "chance" : "score"}, ${first.name}`,
    }),
    ...extremeMeters(first).map(({ meterId, word }) =>
      meterChart(data, judged, first, meterId, word)
    ),
  ];
  return html(report, charts.map(({ svg }) => svg));
}

function precisionOf({ meters }: JudgedScorer): number {
  const rankings = meters.flatMap(({ ranking }) => ranking ?? []);
  return rankings.reduce((sum, ranking) => sum + ranking.average_precision, 0) / rankings.length;
}

function rankingFigures({ detectors, floors, ensembles }: EvaluationReport, name: string) {
  const { roc_auc, average_precision } = ensembles[name] ?? detectors[name] ?? floors[name];
  return { roc_auc: roc_auc ?? 0, average_precision: average_precision ?? 0 };
}

/** The meters that a scorer ranks best and worst. */
function extremeMeters({ meters }: JudgedScorer) {
  const ranked = meters.flatMap(({ meterId, ranking }) =>
    ranking ? [{ meterId, precision: ranking.average_precision }] : []
  ).sort((a, b) => b.precision - a.precision);
  const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
  return [
    { meterId: best.meterId, word: "best" },
    ...(worst === best ? [] : [{ meterId: worst.meterId, word: "worst" }]),
  ];
}

function meterChart(
  { judged: { meterIds, ts, label } }: EvaluationData,
  { rows }: JudgedScorers,
  { name, calibrated, predicted }: JudgedScorer,
  meterId: string,
  word: string,
) {
  const places = [...rows.keys()].filter((at) => meterIds[rows[at]] === meterId);
  const events = findEvents({
    meterId: places.map(() => meterId),
    ts: Float64Array.from(places, (at) => ts[rows[at]]),
    label: Uint8Array.from(places, (at) => label[rows[at]]),
    score: Float64Array.from(places, (at) => calibrated[at]),
  }, { intervalMs: HOUR_MS });
  return scoreChart(
    places.map((at) => ({
      ts: ts[rows[at]],
      score: calibrated[at],
      predicted: predicted[at],
    })),
    { title: `${word} meter of ${name}: ${meterId}`, events },
  );
}

function html(report: EvaluationReport, charts: readonly string[]): string {
  const title = `Evaluation on ${report.dataset}`;
  const refused = Object.entries(report.refused).map(([name, reason]) => `${name}: ${reason}`);
  const facts = [
    `Labels: ${report.labels}.`,
    `${report.rows} hours of ${report.meters.length} meters, ${report.anomalous_rows} of them ` +
    `anomalous; protocol ${report.protocol} with ${report.folds} folds, seed ${report.seed}.`,
    "Row-wise figures are means over meters, figures of events pool the events of all meters; " +
    "95 % intervals in brackets come from resampled meters. No point adjustment.",
    `A threshold ${choiceText(report.threshold)}. Ensembles combine detectors that learn without ` +
    "labels; greedy_selection and stacked know the labels of the validation meters. Chances are " +
    "Platt's map of calibrated scores, fitted to the labels of the validation meters.",
    ...(report.meters_left_out.length === 0
      ? []
      : [`Not judged, as they cannot carry faults: ${report.meters_left_out.join(", ")}.`]),
    ...(refused.length === 0 ? [] : [`Left out: ${refused.join("; ")}.`]),
  ];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 13px; }
th, td { padding: 0.2rem 0.6rem; text-align: right; border-bottom: 1px solid #8884; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
svg { max-width: 100%; height: auto; }
</style>
<h1>${escaped(title)}</h1>
${facts.map((fact) => `<p>${escaped(fact)}</p>`).join("\n")}
${tables(reportTable(report))}
${charts.map((svg) => `<figure>${svg}</figure>`).join("\n")}
</html>
`;
}

/** The Markdown tables of a report as HTML. */
function tables(markdown: string): string {
  return markdown.split("\n\n").map((block) => {
    if (!block.startsWith("|")) return `<p>${escaped(block)}</p>`;
    const [header, , ...rows] = block.split("\n")
      .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
    const line = (cells: readonly string[], tag: string) =>
      `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
    return `<div class="wide"><table>${line(header, "th")}${
      rows.map((row) => line(row, "td")).join("")
    }</table></div>`;
  }).join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
