import assert from "node:assert/strict";
import { type MetricName, metrics } from "../../models/mod.ts";
import { alarmText } from "./alarm_text.ts";
import type { EvaluationReport } from "./evaluation_report.ts";
import type { ReportedFigures } from "./reported_figures.ts";
import { reportTable } from "./report_table.ts";

function figures(value: number): ReportedFigures {
  const names = Object.keys(metrics) as MetricName[];
  return Object.fromEntries(
    names.flatMap((name): [string, unknown][] =>
      name === "detection_delay_h"
        ? [[name, null], [`${name}_ci`, [null, null]]]
        : [[name, value], [`${name}_ci`, [value / 2, null]]]
    ),
  ) as unknown as ReportedFigures;
}

const report: EvaluationReport = {
  dataset: "told",
  dataset_digest: "00",
  labels: "told by hand",
  protocol: "split",
  folds: 1,
  seed: 1,
  threshold: { rule: "quantile", contamination: 0.01 },
  alarms: null,
  rows: 10,
  anomalous_rows: 1,
  meters: ["a"],
  meters_not_ranked: [],
  meters_left_out: [],
  refused: {},
  detectors: {
    weak: { ...figures(0.25), fit_s: 1, score_rows_per_s: 1 },
    strong: { ...figures(0.5), fit_s: 1, score_rows_per_s: 1 },
  },
  floors: { random: figures(0.125) },
  ensembles: { mean: figures(0.375) },
  ablation: {},
  without_shortcut_rows: {},
};

function cells(table: string): string[][] {
  return table.split("\n").map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
}

Deno.test("reportTable() orders each kind by average precision and shows intervals", () => {
  const [header, , ...rows] = cells(reportTable(report));
  assert.deepEqual(header, ["scorer", ...Object.keys(metrics)]);
  assert.deepEqual(rows.map(([name]) => name), [
    "mean (ensemble)",
    "strong",
    "weak",
    "random (floor)",
  ]);
  assert.equal(rows[1][1], "0.500 (0.250––)");
  assert.equal(rows[1][header.indexOf("detection_delay_h")], "–");
  assert.equal(rows[1][header.indexOf("alerts_per_meter_week")], "0.50 (0.25––)");
});

Deno.test("reportTable() adds the table without rows that give the label away", () => {
  const text = reportTable({ ...report, without_shortcut_rows: { weak: figures(0.25) } });
  const [, rest] = text.split("\n\nWithout rows that read exactly 1.0:\n\n");
  assert.deepEqual(cells(rest).map(([name]) => name), ["scorer", "------", "weak"]);
  assert.ok(!reportTable(report).includes("Without"));
});

Deno.test("reportTable() adds what each member adds to the mean, the most helpful first", () => {
  const gain = (average_precision: number) => ({
    roc_auc: -0.0625,
    roc_auc_ci: [-0.125, 0] as const,
    average_precision,
    average_precision_ci: [average_precision / 2, null] as const,
    event_f1: null,
    event_f1_ci: [null, null] as const,
  });
  const text = reportTable({ ...report, ablation: { weak: gain(0.125), strong: gain(0.25) } });
  const [, gains] = text.split(
    "\n\nThe mean of all members minus the mean without one of them:\n\n",
  );
  const [header, , ...rows] = cells(gains);
  assert.deepEqual(header, ["scorer", "roc_auc", "average_precision", "event_f1"]);
  assert.deepEqual(rows, [
    ["mean without strong", "-0.063 (-0.125 to +0.000)", "+0.250 (+0.125 to –)", "–"],
    ["mean without weak", "-0.063 (-0.125 to +0.000)", "+0.125 (+0.063 to –)", "–"],
  ]);
  assert.ok(!reportTable(report).includes("mean without"));
});

Deno.test("reportTable() says that events are alarms where they are", () => {
  const text = reportTable({ ...report, alarms: { least: 2, window: 3 } });
  const [, said, ...others] = text.split("\n\n");
  assert.equal(said, alarmText({ least: 2, window: 3 }, report.threshold));
  assert.deepEqual(others, []);
  assert.ok(!reportTable(report).includes("alarms:"));
});
