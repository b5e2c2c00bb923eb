/** Members fitted one after another against side by side. */
import type { DetectorSpec } from "../detectors/detector_spec.ts";
import { fitEnsemble } from "../ensembles/fit_ensemble.ts";
import { type Matrix, matrix } from "../matrix.ts";
import { random } from "../random.ts";

const columns = Array.from({ length: 13 }, (_, i) => `feature_${i}`);
const specs: DetectorSpec[] = [
  { name: "isolation_forest" },
  { name: "one_class_svm" },
  { name: "dbscan" },
  { name: "autoencoder" },
];
const members = specs.map((detector) => ({ detector }));
const x = bellShaped(20_000, 1);
const heldOut = bellShaped(20_000, 2);

for (const workers of [0, 1, 2]) {
  Deno.bench(`fitEnsemble() of four members, ${workers} workers`, {
    group: "fit",
    baseline: workers === 0,
    n: 3,
    warmup: 0,
  }, async () => {
    await fitEnsemble(x, heldOut, members, { seed: 7, workers });
  });
}

function bellShaped(rows: number, seed: number): Matrix {
  const draw = random(seed);
  const values = Float32Array.from(
    { length: rows * columns.length },
    () => draw() + draw() + draw() - 1.5,
  );
  return matrix(columns, values);
}
