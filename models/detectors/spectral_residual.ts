/** The spectral residual: how much the newest point of a window stands out of its rhythm. */

import { exportSpectralResidual } from "../onnx/spectral_residual.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { fillGaps } from "./gap_fill.ts";
import { requireWhole } from "./require_whole.ts";
import { saliencyMap, saliencyMatrices } from "./saliency.ts";
import { scoringRows } from "./scoring_rows.ts";
import { trainingRows } from "./training_rows.ts";

/** A spectral residual for windows of the columns, oldest first. */
export interface SpectralResidualState {
  readonly kind: "spectral_residual";
  readonly columns: readonly string[];
  /** Neighbouring frequencies averaged, an odd number. */
  readonly smoothing: number;
  /** Points appended to a window by estimate. */
  readonly estimated: number;
}

/** Choices of the spectral residual. */
export interface SpectralResidualOptions {
  /** Neighbouring frequencies whose mean a frequency is compared with, odd. @default {3} */
  readonly smoothing?: number;
  /** Points appended by estimate, so that the newest one is not at the edge. @default {5} */
  readonly estimated?: number;
}

/**
 * The spectral residual (Ren et al., Time-Series Anomaly Detection Service at Microsoft, KDD
 * 2019). The columns of a row are one window in time, oldest first and the hour to judge last,
 * such as `residual_lag_23 … residual_lag_0`: any other columns give scores that mean nothing.
 *
 * The log amplitudes of the window's spectrum, less their mean over `smoothing` neighbours, and its
 * phases are transformed back; the size of that is the saliency of each point. The score is
 * (saliency of the newest point − mean of the window's) / mean of the window's, from −1 to the
 * width less 1. As in the paper, `estimated` copies of an extrapolated point follow the newest one
 * before the transform; as in its authors' code, but not in its formula, the newest point has no
 * part in them: carried on, a spike is a level and stands out no more.
 *
 * The paper leaves open what it averages at the ends of the spectrum; here frequencies go round, as
 * they do in a discrete transform. Amplitudes below 1e-6 of the largest value count as silence.
 *
 * There is nothing to fit but the width. Does not work on windows of less than about twenty points,
 * nor for what lasts: a fault stands out in its first hour, and a level that shifts and stays is
 * news no more. Usual windows reach scores of 2 or 3, and far above 0 a dip stands out less than a
 * spike of its size: columns around 0, such as log loads less their median, are the better ones.
 * Time per row is the width squared.
 *
 * @throws {RangeError} When smoothing is not an odd whole number from 1, or estimated not a whole
 * number from 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const columns = Array.from({ length: 48 }, (_, j) => `lag_${47 - j}`);
 * const wave = columns.map((_, j) => 5 + Math.sin(j * Math.PI / 12));
 * const x = matrix(columns, [...wave, ...wave.with(47, 15)]);
 * const fitted = await spectralResidual().fit(x, { seed: 7 });
 * const [usual, spike] = fitted.anomalyScores(x);
 * assert.ok(usual < 2 && spike > 4, `${usual} ${spike}`);
 * ```
 */
export function spectralResidual(
  { smoothing = 3, estimated = 5 }: SpectralResidualOptions = {},
): Detector {
  requireWhole("take spectral residuals", "estimated", estimated, 0);
  if (!Number.isSafeInteger(smoothing) || smoothing < 1 || smoothing % 2 === 0) {
    throw new RangeError(
      "Cannot take spectral residuals as smoothing must be an odd whole number >= 1: " +
        `current value is ${smoothing}`,
    );
  }
  return {
    name: "spectral_residual",
    nanPolicy: "A missing value takes the one before it in the window, at the start the first " +
      "one after it; a window of nothing but missing values scores 0",
    fit(x, context) {
      trainingRows(x, context);
      context.onProgress?.(1);
      return fromSpectralResidualState({
        kind: "spectral_residual",
        columns: [...x.columns],
        smoothing,
        estimated,
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
 * const columns = ["lag_2", "lag_1", "lag_0"];
 * const options = { smoothing: 3, estimated: 0 };
 * const fitted = fromSpectralResidualState({ kind: "spectral_residual", columns, ...options });
 * assert.deepEqual([...fitted.anomalyScores(matrix(columns, [0, 0, 0]))], [0]);
 * ```
 */
export function fromSpectralResidualState(
  state: SpectralResidualState,
): FittedDetector<SpectralResidualState> {
  const width = state.columns.length;
  const matrices = saliencyMatrices(width, state);
  return {
    name: state.kind,
    anomalyScores(x) {
      const windows = fillGaps(scoringRows(x, state.columns));
      return Float64Array.from({ length: x.rows }, (_, row) => {
        const map = saliencyMap(windows.subarray(row * width, (row + 1) * width), matrices);
        const mean = map.reduce((sum, value) => sum + value, 0) / width;
        return mean > 0 ? (map[width - 1] - mean) / mean : 0;
      });
    },
    toOnnx: (graph, features) => exportSpectralResidual(graph, features, state),
    toJSON: () => state,
  };
}
