import assert from "node:assert/strict";
import { detectors } from "../../models/mod.ts";
import { silent } from "../trained_home_fixture.ts";
import { memberGain } from "./ablation.ts";
import { evaluateDetectors } from "./evaluate_detectors.ts";
import { evaluationData } from "./evaluation_data_fixture.ts";
import { evaluationReport } from "./evaluation_report.ts";

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
  const {
    detectors: judgedDetectors,
    floors,
    ensembles,
    ablation,
    without_shortcut_rows,
    ...facts
  } = report;
  assert.deepEqual(facts, {
    dataset: "fixture",
    dataset_digest: data.digest,
    labels: "told by hand",
    protocol: "leave-one-out",
    folds: 5,
    seed: 3,
    threshold: { rule: "quantile", contamination: 0.05 },
    alarms: null,
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
  // Of two members, the mean without one is the other.
  assert.deepEqual(ablation, {});
  const all = [judgedDetectors, floors, ensembles].flatMap(Object.keys);
  assert.deepEqual(Object.keys(without_shortcut_rows).toSorted(), all.toSorted());
  // Every labelled hour of the fixture is far off in all columns.
  assert.equal(judgedDetectors.z_score.roc_auc, 1);
  assert.equal(floors.constant.roc_auc, 0.5);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

Deno.test("evaluationReport() says what each member adds to the mean, and how alarms were made", async () => {
  const data = evaluationData();
  const options = {
    protocol: "split",
    detectors: [detectors.iqr(), detectors.z_score(), detectors.pca()],
    seed: 3,
    threshold: { rule: "quantile", contamination: 0.05 },
    alarms: { least: 2, window: 3 },
  } as const;
  const judged = await evaluateDetectors(data, options, () => 0, silent);
  const { ablation, alarms } = evaluationReport(data, options, judged);
  assert.deepEqual(alarms, { least: 2, window: 3 });
  assert.deepEqual(Object.keys(ablation), ["iqr", "z_score", "pca"]);
  const mean = judged.scorers.find(({ name }) => name === "mean");
  assert.deepEqual(ablation.pca, memberGain(mean!.meters, judged.ablated[2].meters, 3));
});
