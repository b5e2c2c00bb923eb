import assert from "node:assert/strict";
import { detectors, type DetectorState, restoreDetector } from "./mod.ts";

Deno.test("detectors lists every detector under its name", () => {
  const names = Object.entries(detectors).map(([key, factory]) => [key, factory().name]);
  assert.deepEqual(names, [
    ["z_score", "z_score"],
    ["iqr", "iqr"],
    ["isolation_forest", "isolation_forest"],
    ["one_class_svm", "one_class_svm"],
    ["dbscan", "dbscan"],
    ["knn", "knn"],
    ["lof", "lof"],
    ["hour_of_week_z_score", "hour_of_week_z_score"],
    ["ecod", "ecod"],
    ["seasonal_baseline", "seasonal_baseline"],
    ["spectral_residual", "spectral_residual"],
    ["pca", "pca"],
    ["autoencoder", "autoencoder"],
    ["window_pca", "window_pca"],
    ["gradient_boosting", "gradient_boosting"],
    ["k_means_windows", "k_means_windows"],
    ["half_space_trees", "half_space_trees"],
    ["lstm", "lstm"],
    ["transformer", "transformer"],
  ]);
});

Deno.test("restoreDetector() refuses a kind it does not know", () => {
  for (const kind of ["perceptron", "toString"]) {
    const state: DetectorState = JSON.parse(`{"kind":"${kind}"}`);
    assert.throws(() => restoreDetector(state), {
      name: "RangeError",
      message: "Cannot restore a detector as its kind must be one of " +
        `${Object.keys(detectors).join(", ")}: current value is ${kind}`,
    });
  }
});
