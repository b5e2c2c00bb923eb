/** The detectors: a line in each of the two lists. */

import { autoencoder, fromAutoencoderState } from "./autoencoder.ts";
import { dbscan, fromDbscanState } from "./dbscan.ts";
import type { FittedDetector } from "./detector.ts";
import { ecod, fromEcodState } from "./ecod.ts";
import { fromGradientBoostingState, gradientBoosting } from "./gradient_boosting.ts";
import { fromHalfSpaceTreesState, halfSpaceTrees } from "./half_space_trees.ts";
import { fromHourOfWeekZScoreState, hourOfWeekZScore } from "./hour_of_week_z_score.ts";
import { fromIqrState, iqr } from "./iqr.ts";
import { fromIsolationForestState, isolationForest } from "./isolation_forest.ts";
import { fromKnnState, knn } from "./knn.ts";
import { fromLofState, lof } from "./lof.ts";
import { fromKMeansWindowsState, kMeansWindows } from "./k_means_windows.ts";
import { fromLstmState, lstm } from "./lstm.ts";
import { fromOneClassSvmState, oneClassSvm } from "./one_class_svm.ts";
import { fromPcaState, pca } from "./pca.ts";
import { fromSeasonalBaselineState, seasonalBaseline } from "./seasonal_baseline.ts";
import { fromSpectralResidualState, spectralResidual } from "./spectral_residual.ts";
import { fromTransformerState, transformer } from "./transformer.ts";
import { fromWindowPcaState, windowPca } from "./window_pca.ts";
import { fromZScoreState, zScore } from "./z_score.ts";

/** The factory of every detector, by the detector's name. */
export const detectors = {
  z_score: zScore,
  iqr,
  isolation_forest: isolationForest,
  one_class_svm: oneClassSvm,
  dbscan,
  knn,
  lof,
  hour_of_week_z_score: hourOfWeekZScore,
  ecod,
  seasonal_baseline: seasonalBaseline,
  spectral_residual: spectralResidual,
  pca,
  autoencoder,
  window_pca: windowPca,
  gradient_boosting: gradientBoosting,
  k_means_windows: kMeansWindows,
  half_space_trees: halfSpaceTrees,
  lstm,
  transformer,
} as const;

const restorers = {
  z_score: fromZScoreState,
  iqr: fromIqrState,
  isolation_forest: fromIsolationForestState,
  one_class_svm: fromOneClassSvmState,
  dbscan: fromDbscanState,
  knn: fromKnnState,
  lof: fromLofState,
  hour_of_week_z_score: fromHourOfWeekZScoreState,
  ecod: fromEcodState,
  seasonal_baseline: fromSeasonalBaselineState,
  spectral_residual: fromSpectralResidualState,
  pca: fromPcaState,
  autoencoder: fromAutoencoderState,
  window_pca: fromWindowPcaState,
  gradient_boosting: fromGradientBoostingState,
  k_means_windows: fromKMeansWindowsState,
  half_space_trees: fromHalfSpaceTreesState,
  lstm: fromLstmState,
  transformer: fromTransformerState,
} as const;

type StateByKind = {
  readonly [Kind in keyof typeof detectors]: Parameters<typeof restorers[Kind]>[0];
};

/** What a fitted detector is as JSON; `kind` is the detector's name. */
export type DetectorState = StateByKind[keyof StateByKind];

/**
 * The fitted detector a state describes.
 *
 * @throws {RangeError} When the kind is unknown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh"], [1, 2, 3, 40]);
 * const fitted = await detectors.iqr().fit(x, { seed: 7 });
 * const restored = restoreDetector(JSON.parse(JSON.stringify(fitted)));
 * assert.deepEqual(restored.anomalyScores(x), fitted.anomalyScores(x));
 * ```
 */
export function restoreDetector(state: DetectorState): FittedDetector<DetectorState> {
  if (!Object.hasOwn(restorers, state.kind)) {
    throw new RangeError(
      `Cannot restore a detector as its kind must be one of ${
        Object.keys(restorers).join(", ")
      }: ` +
        `current value is ${state.kind}`,
    );
  }
  return restore(state.kind, state);
}

function restore<Kind extends keyof StateByKind>(
  kind: Kind,
  state: StateByKind[Kind],
): FittedDetector<DetectorState> {
  const restorer: {
    readonly [Each in keyof StateByKind]: (
      state: StateByKind[Each],
    ) => FittedDetector<DetectorState>;
  } = restorers;
  return restorer[kind](state);
}
