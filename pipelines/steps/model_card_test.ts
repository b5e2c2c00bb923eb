import assert from "node:assert/strict";
import {
  buildReferenceProfile,
  detectors,
  ensembleToOnnx,
  fitMeanEnsemble,
  matrix,
} from "../../models/mod.ts";
import { openSession } from "../../models/onnx/session.ts";
import { featureVersion, featureViews } from "../features/mod.ts";
import { EVALUATION } from "./evaluation_fixture.ts";
import { evaluationTable } from "./evaluation_table.ts";
import { modelCard } from "./model_card.ts";
import { scoreRows } from "./score_rows.ts";

const x = matrix(
  ["residual_week", "change_168h"],
  Array.from({ length: 1_200 }, (_, i) => Math.sin(i) * (1 + i % 7)),
);

async function card(): Promise<string> {
  const ensemble = await fitMeanEnsemble(x, x, [detectors.z_score(), detectors.iqr()], { seed: 1 });
  const onnx = ensembleToOnnx(ensemble, 0.75);
  const session = await openSession(onnx);
  const validation = await scoreRows(session, x, 1);
  const text = modelCard({
    name: "energy-anomaly",
    dataset: "hostel",
    datasetDigest: "00ff",
    views: featureViews,
    featureVersion: featureVersion(featureViews),
    params: { seed: "7", until: "end" },
    trained: { ensemble, onnx, session, threshold: 0.75, validation, parityMaxAbsDiff: 2e-7 },
    evaluation: EVALUATION,
    profile: buildReferenceProfile(x, Array.from({ length: x.rows }, (_, row) => row % 6)),
    exampleRows: [],
    reason: "a test",
    by: "a test",
  });
  await session.close();
  // The lines of a paragraph end where they fit.
  return text.replaceAll(/(?<!\n)\n(?![\n|-])/g, " ");
}

Deno.test("modelCard() says what the model is and how its line was drawn", async () => {
  const text = await card();
  assert.match(text, /^# energy-anomaly\n/);
  assert.match(text, /the mean of the calibrated scores of z_score, iqr\./);
  assert.match(text, /at or above 0\.7500 is labelled 1; that threshold marks 1\.0 % of the hours/);
  assert.match(text, /## Input\n\n2 features of the view energy_hourly/);
});

Deno.test("modelCard() names the data and every setting", async () => {
  const text = await card();
  assert.match(text, /Dataset hostel, digest 00ff\./);
  assert.match(text, /\n- seed: 7\n- until: end\n/);
});

Deno.test("modelCard() holds the evaluation with what it was made on", async () => {
  const text = await card();
  assert.match(
    text,
    /Labels: told by hand\. 100 hours of 2 test meters, 7 of them anomalous \(2 spike, 1 zero\)\./,
  );
  assert.match(text, /Left out, as they cannot carry faults: dead\.\n/);
  assert.ok(text.includes(evaluationTable(EVALUATION)));
  assert.match(text, /differ by at most 2\.0e-7\./);
});
