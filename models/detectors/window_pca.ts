/** Window PCA: what the usual shapes of windows do not explain of the newest value is odd. */

import { exportWindowPca } from "../onnx/window_pca.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { leadingAxes, principalAxes } from "./principal_axes.ts";
import { requireShare } from "./require_share.ts";
import { fitScaler, scale, type Scaler } from "./scaler.ts";
import { LARGEST, scoringRows } from "./scoring_rows.ts";
import { trainingRows } from "./training_rows.ts";

/** A fitted window PCA: score = |Σ filter · z| over the centred values z of the window. */
export interface WindowPcaState {
  readonly kind: "window_pca";
  readonly columns: readonly string[];
  /** Centres each column; the unit stays that of the window. */
  readonly scaler: Scaler;
  /** One entry per column: what the newest value is less what the axes make of the window. */
  readonly filter: readonly number[];
}

/** Choices of window PCA. */
export interface WindowPcaOptions {
  /** Share of the variance that the leading axes keep, in (0, 1). @default {0.7} */
  readonly keep?: number;
}

/**
 * Principal components of windows. The columns of a row are one window in time, in one unit, oldest
 * first and the hour to judge last, such as `kwh_lag_167 … kwh_lag_0`: any other columns give
 * scores that mean nothing.
 *
 * The leading axes of the centred training windows are the usual shapes. The score is the size of
 * the newest value's reconstruction error, |z − Σ (z·v) v| at the last place; all of it is one
 * linear filter, so a score takes as many operations as the window has values. The Sub-PCA of
 * TSB-AD (Liu and Paparrizos, The Elephant in the Room, NeurIPS 2024) scores a window as a whole,
 * which `pca()` on the same columns does; the newest value by itself lets the score fall again in
 * the hour after a fault, not a window later.
 *
 * The fit takes columns² operations a row and about 50 · columns³ for the axes. It does not work on
 * windows whose size differs from meter to meter (log loads less their median do not), nor where
 * wild values in training turn the axes to themselves, nor for a level that shifts and stays, as
 * the window then explains it.
 *
 * @throws {RangeError} When keep lies outside (0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const columns = ["lag_2", "lag_1", "lag_0"];
 * const x = matrix(columns, [1, 1, 1, 2, 2, 2.1, 3, 3.1, 3, 4.1, 4, 4, 5, 5, 5]);
 * const fitted = await windowPca().fit(x, { seed: 7 });
 * const [usual, odd] = fitted.anomalyScores(matrix(columns, [4, 4, 4, 4, 4, 1]));
 * assert.ok(usual < 0.1 && odd > 1.9, `${usual} ${odd}`);
 * ```
 */
export function windowPca({ keep = 0.7 }: WindowPcaOptions = {}): Detector {
  requireShare("fit window PCA", "keep", keep);
  return {
    name: "window_pca",
    nanPolicy: "Fitting skips missing values; elsewhere a missing value counts as the mean",
    async fit(x, context) {
      const rows = trainingRows(x, context);
      const scaler = centering(fitScaler(rows, LARGEST));
      const found = await principalAxes(scale(rows, scaler), x.columns.length, context);
      context.onProgress?.(1);
      const newest = x.columns.length - 1;
      // A newest column that was never there has nothing to be compared with.
      const filter = x.columns.map((_, j) => j === newest ? scaler.inverse[j] : 0);
      for (const axis of leadingAxes(found, keep)) {
        axis.forEach((entry, j) => filter[j] -= axis[newest] * entry);
      }
      return fromWindowPcaState({ kind: "window_pca", columns: [...x.columns], scaler, filter });
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
 * const fitted = fromWindowPcaState({
 *   kind: "window_pca",
 *   columns: ["lag_1", "lag_0"],
 *   scaler: { center: [1, 1], inverse: [1, 1], clip: 10 },
 *   filter: [-0.5, 0.5],
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["lag_1", "lag_0"], [4, 2]))], [1]);
 * ```
 */
export function fromWindowPcaState(state: WindowPcaState): FittedDetector<WindowPcaState> {
  const { columns, scaler, filter } = state;
  return {
    name: state.kind,
    anomalyScores(x) {
      const points = scale(scoringRows(x, columns), scaler);
      return Float64Array.from({ length: x.rows }, (_, row) => {
        const start = row * filter.length;
        return Math.abs(filter.reduce((sum, weight, j) => sum + weight * points[start + j], 0));
      });
    },
    toOnnx: (graph, features) => exportWindowPca(graph, features, state),
    toJSON: () => state,
  };
}

/** The scaler without its units: the places of a window share one. */
function centering(scaler: Scaler): Scaler {
  return { ...scaler, inverse: scaler.inverse.map((inverse) => inverse > 0 ? 1 : 0) };
}
