import assert from "node:assert/strict";
import * as models from "./mod.ts";

Deno.test("models/mod.ts exports exactly its table of contents", () => {
  assert.deepEqual(Object.keys(models).sort(), [
    "averagePrecision",
    "bootstrapIntervals",
    "buildReferenceProfile",
    "calibrate",
    "combiners",
    "detectors",
    "driftReport",
    "driftTests",
    "ensembleToOnnx",
    "findEvents",
    "fitCalibration",
    "fitEnsemble",
    "floors",
    "labelScores",
    "leastRows",
    "matrix",
    "meterFigures",
    "metrics",
    "probabilities",
    "quantile",
    "quantileThreshold",
    "random",
    "restoreCombiner",
    "restoreDetector",
    "restoreEnsemble",
    "rocAuc",
    "selectColumns",
    "selectRows",
    "tallyMeters",
    "thresholds",
  ]);
});
