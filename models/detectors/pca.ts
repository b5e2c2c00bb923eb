/** PCA: what lies off the directions in which usual rows vary is odd. */

import { exportPca } from "../onnx/pca.ts";
import { axisDistances } from "./axis_distances.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { leftOverLengths } from "./left_over.ts";
import { leadingAxes, principalAxes } from "./principal_axes.ts";
import { requireShare } from "./require_share.ts";
import { fitScaler, scale, type Scaler } from "./scaler.ts";
import { scoringRows } from "./scoring_rows.ts";
import { trainingRows } from "./training_rows.ts";

/** Far beyond what occurs, near enough that squares and sums stay exact to many digits. */
const CLIP = 1e6;

/** A fitted PCA over scaled rows z and axes v. */
export interface PcaState {
  readonly kind: "pca";
  readonly columns: readonly string[];
  readonly scaler: Scaler;
  /** Orthonormal, in descending order of the variance along them. */
  readonly axes: readonly (readonly number[])[];
  /**
   * With one weight per axis, score = Σ weight · |z − v|; with none, score = |z − Σ (z·v) v|.
   */
  readonly weights?: readonly number[];
}

/** Choices of PCA. */
export interface PcaOptions {
  /**
   * Share of the variance that the leading axes keep, in (0, 1). With it, the score is the
   * reconstruction error: the length of what those axes leave of a row.
   * @default {none: the weighted distances to all axes}
   */
  readonly keep?: number;
}

/**
 * A detector by principal components of the scaled columns. Its score is that of PyOD's `PCA()`
 * (after Shyu et al., A Novel Anomaly Detection Scheme Based on Principal Component Classifier,
 * 2003): Σ |z − v| / share over the axes v, each distance divided by the axis' share of
 * the variance. With `keep` it is the reconstruction error, the better one where the odd rows break
 * what holds between columns.
 *
 * Axes with less than 1e-10 of the largest variance are left out, where PyOD divides by what
 * rounding left. The fit takes columns² operations a row and about 50 · columns³ for the axes, a
 * score columns² operations. It does not work where usual rows form several groups or bend, or
 * where the training rows hold many alike odd ones, as the leading axes then point to those.
 *
 * @throws {RangeError} When keep lies outside (0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh", "cost"], [1, 2, 2, 4.1, 3, 6, 4, 7.9, 5, 10]);
 * const fitted = await pca({ keep: 0.9 }).fit(x, { seed: 7 });
 * const [usual, odd] = fitted.anomalyScores(matrix(["kwh", "cost"], [6, 12, 3, 8]));
 * assert.ok(usual < 0.1 && odd > 0.3);
 * ```
 */
export function pca({ keep }: PcaOptions = {}): Detector {
  if (keep !== undefined) requireShare("fit PCA", "keep", keep);
  return {
    name: "pca",
    nanPolicy: "Scaling skips missing values; elsewhere a missing value counts as the mean",
    async fit(x, context) {
      const rows = trainingRows(x, context);
      const scaler = fitScaler(rows, CLIP);
      const found = await principalAxes(scale(rows, scaler), x.columns.length, context);
      context.onProgress?.(1);
      return fromPcaState({
        kind: "pca",
        columns: [...x.columns],
        scaler,
        ...keep === undefined
          ? { axes: found.axes, weights: found.shares.map((share) => 1 / share) }
          : { axes: leadingAxes(found, keep) },
      });
    },
  };
}

/**
 * The fitted detector a state describes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const fitted = fromPcaState({
 *   kind: "pca",
 *   columns: ["kwh", "hour"],
 *   scaler: { center: [2, 0], inverse: [1, 1], clip: 10 },
 *   axes: [[1, 0]],
 *   weights: [2],
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh", "hour"], [6, 4]))], [10]);
 * ```
 */
export function fromPcaState(state: PcaState): FittedDetector<PcaState> {
  const axes = Float64Array.from(state.axes.flat());
  const width = state.columns.length;
  return {
    name: state.kind,
    anomalyScores(x) {
      const points = scale(scoringRows(x, state.columns), state.scaler);
      return state.weights
        ? axisDistances(points, width, axes, state.weights)
        : leftOverLengths(points, width, axes);
    },
    toOnnx: (graph, features) => exportPca(graph, features, state),
    toJSON: () => state,
  };
}
