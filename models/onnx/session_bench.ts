/** Rows a second of the ONNX model against the ensemble it was made of. */
import { detectors } from "../detectors/mod.ts";
import { fitEnsemble } from "../ensembles/fit_ensemble.ts";
import { type Matrix, matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { ensembleToOnnx } from "./ensemble.ts";
import { openSession } from "./session.ts";

const columns = Array.from({ length: 34 }, (_, i) => `feature_${i}`);
const { z_score, iqr, isolation_forest, one_class_svm, dbscan } = detectors;
const members = [z_score(), iqr(), isolation_forest(), one_class_svm(), dbscan()]
  .map((detector) => ({ detector }));
const ensemble = await fitEnsemble(bellShaped(20_000, 1), bellShaped(20_000, 4), members, {
  seed: 7,
});
const session = await openSession(ensembleToOnnx(ensemble, 0.5));
const batch = bellShaped(10_000, 2);
const single = bellShaped(1, 3);

Deno.bench("session.score(), 10,000 rows", { group: "batch", baseline: true }, async () => {
  await session.score(batch);
});

Deno.bench("ensemble.anomalyScores(), 10,000 rows", { group: "batch" }, () => {
  ensemble.anomalyScores(batch);
});

Deno.bench("session.score(), 1 row", { group: "row", baseline: true }, async () => {
  await session.score(single);
});

Deno.bench("ensemble.anomalyScores(), 1 row", { group: "row" }, () => {
  ensemble.anomalyScores(single);
});

function bellShaped(rows: number, seed: number): Matrix {
  const draw = random(seed);
  const values = Float32Array.from(
    { length: rows * columns.length },
    () => draw() + draw() + draw() - 1.5,
  );
  return matrix(columns, values);
}
