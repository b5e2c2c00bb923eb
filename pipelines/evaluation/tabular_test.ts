import assert from "node:assert/strict";
import { type Detector, detectors, random } from "../../models/mod.ts";
import { silent } from "../trained_home_fixture.ts";
import { evaluateTable } from "./tabular.ts";

const draw = random(1);
const label = Uint8Array.from({ length: 100 }, (_, row) => row % 10 === 0 ? 1 : 0);
const table = {
  name: "told",
  columns: ["f0", "f1"],
  values: Float32Array.from({ length: 200 }, (_, i) => draw() + 9 * label[i >> 1]),
  label,
};

Deno.test("evaluateTable() fits to 60 % of each class and ranks the others, ten times", async () => {
  const fits: { rows: number; odd: number; labels: Uint8Array | undefined }[] = [];
  const inner = detectors.z_score();
  const spy: Detector = {
    ...inner,
    fit(x, context) {
      const odd = Array.from({ length: x.rows }, (_, row) => x.values[2 * row] > 5);
      fits.push({ rows: x.rows, odd: odd.filter(Boolean).length, labels: context.labels });
      return inner.fit(x, context);
    },
  };
  const report = await evaluateTable(table, { detectors: [spy], seed: 1 }, silent);
  assert.deepEqual(fits, new Array(10).fill({ rows: 60, odd: 6, labels: undefined }));
  assert.deepEqual([report.rows, report.anomalous_rows], [100, 10]);
  assert.deepEqual(report.detectors.z_score, {
    roc_auc: 1,
    average_precision: 1,
    roc_auc_ci: [1, 1],
    average_precision_ci: [1, 1],
  });
  assert.equal(report.floors.constant.roc_auc, 0.5);
  assert.ok(Math.abs(report.floors.constant.average_precision - 0.1) < 1e-12);
});

Deno.test("evaluateTable() passes over detectors of windows and calendars", async () => {
  const { z_score, spectral_residual, hour_of_week_z_score } = detectors;
  const judged = [spectral_residual(), z_score(), hour_of_week_z_score()];
  const report = await evaluateTable(table, { detectors: judged, seed: 1 }, silent);
  assert.deepEqual(Object.keys(report.detectors), ["z_score"]);
  assert.deepEqual(report.refused, {});
});

Deno.test("evaluateTable() tells why a detector refuses, and refuses a table of one class", async () => {
  const broken: Detector = {
    ...detectors.iqr(),
    fit() {
      throw new RangeError("Cannot fit to these");
    },
  };
  const { refused } = await evaluateTable(table, { detectors: [broken], seed: 1 }, silent);
  assert.deepEqual(refused, { iqr: "Cannot fit to these" });
  const usual = { ...table, label: new Uint8Array(100) };
  await assert.rejects(evaluateTable(usual, { detectors: [], seed: 1 }, silent), {
    name: "RangeError",
    message: "Cannot split a table as each class needs 2 rows: 0 are labelled 1",
  });
});
