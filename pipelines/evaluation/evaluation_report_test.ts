import assert from "node:assert/strict";
import { detectors, type MeterTally, metrics } from "../../models/mod.ts";
import { silent } from "../trained_home_fixture.ts";
import { evaluateDetectors } from "./evaluate_detectors.ts";
import { evaluationData } from "./evaluation_data_fixture.ts";
import { evaluationReport, reportedFigures } from "./evaluation_report.ts";

const told: MeterTally = {
  meterId: "a",
  hours: 168,
  ranking: { roc_auc: 0.5, average_precision: 0.25, vus_roc: 0.5, vus_pr: 0.25 },
  trueEvents: 4,
  detected: 0,
  predictedEvents: 2,
  confirmed: 0,
  delayHours: 0,
};

Deno.test("reportedFigures() puts the interval beside each figure, and null where there is none", () => {
  const better = { ...told, ranking: { ...told.ranking!, roc_auc: 1 } };
  const figures = reportedFigures([told, better], 1);
  assert.deepEqual(
    Object.keys(figures),
    Object.keys(metrics).flatMap((name) => [name, `${name}_ci`]),
  );
  // Of two meters, one in four draws is each of them twice.
  assert.deepEqual([figures.roc_auc, figures.roc_auc_ci], [0.75, [0.5, 1]]);
  assert.deepEqual([figures.detection_delay_h, figures.detection_delay_h_ci], [null, [null, null]]);
  assert.deepEqual([figures.alerts_per_meter_week, figures.event_recall], [2, 0]);
});

Deno.test("evaluationReport() says what was judged and how, each scorer with its kind", async () => {
  const data = { ...evaluationData(), leftOut: ["dead"] };
  const options = {
    protocol: "leave-one-out",
    detectors: [detectors.iqr(), detectors.z_score()],
    seed: 3,
    threshold: { rule: "quantile", contamination: 0.05 },
  } as const;
  let time = 0;
  const judged = await evaluateDetectors(data, options, () => time++, silent);
  const report = evaluationReport(data, options, judged);
  const { detectors: judgedDetectors, floors, ensembles, without_shortcut_rows, ...facts } = report;
  assert.deepEqual(facts, {
    dataset: "fixture",
    dataset_digest: data.digest,
    labels: "told by hand",
    protocol: "leave-one-out",
    folds: 5,
    seed: 3,
    threshold: { rule: "quantile", contamination: 0.05 },
    rows: 5 * 240,
    anomalous_rows: 5 * 7,
    meters: ["a", "b", "c", "d", "e"],
    meters_not_ranked: [],
    meters_left_out: ["dead"],
    refused: {},
  });
  assert.deepEqual(Object.keys(judgedDetectors), ["iqr", "z_score"]);
  assert.deepEqual(Object.keys(floors), ["random", "constant", "seasonal_naive"]);
  assert.ok(Object.keys(ensembles).includes("mean"));
  const all = [judgedDetectors, floors, ensembles].flatMap(Object.keys);
  assert.deepEqual(Object.keys(without_shortcut_rows).toSorted(), all.toSorted());
  // Every labelled hour of the fixture is far off in all columns.
  assert.equal(judgedDetectors.z_score.roc_auc, 1);
  assert.equal(floors.constant.roc_auc, 0.5);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});
