/** k-means of windows: how far a window is from the nearest of the usual ones. */

import type { Matrix } from "../matrix.ts";
import { exportKMeansWindows } from "../onnx/k_means_windows.ts";
import { deriveSeed, random } from "../random.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { firstCenters } from "./first_centers.ts";
import { lloyd } from "./lloyd.ts";
import { requireWhole } from "./require_whole.ts";
import { fitScaler, scale, type Scaler } from "./scaler.ts";
import { scoringRows } from "./scoring_rows.ts";
import { squaredDistance } from "./squared_distance.ts";
import { sampleRows, trainingRows } from "./training_rows.ts";
import { windowShapes } from "./window_shape.ts";

const ACTION = "cluster windows";
/** Scaled values stay within ±CLIP: one wild value must not outweigh all columns. */
const CLIP = 10;

/** Fitted k-means of windows: score = distance to the nearest centre. */
export interface KMeansWindowsState {
  readonly kind: "k_means_windows";
  readonly columns: readonly string[];
  /** Scale of the columns; null where each window is taken from its own mean in its own spread. */
  readonly scaler: Scaler | null;
  /** Scaled or normalised windows, at least one. */
  readonly centers: readonly (readonly number[])[];
}

/** Choices of k-means of windows. */
export interface KMeansWindowsOptions {
  /** Centres at most. @default {20} */
  readonly clusters?: number;
  /** Compare shapes alone: each window less its mean and over its spread. @default {false} */
  readonly normalize?: boolean;
  /** Rows clustered at most. @default {10000} */
  readonly sampleSize?: number;
}

/**
 * A detector whose score is the distance of a row to the nearest of `clusters` centres, found by
 * k-means++ and Lloyd's algorithm (Yairi et al., Fault Detection by Mining Association Rules from
 * House-keeping Data, i-SAIRAS 2001; KMeansAD of TSB-AD, Liu and Paparrizos, NeurIPS 2024). Meant
 * for rows that are one window in time, such as `residual_lag_23 … residual_lag_0`; any columns will do.
 *
 * By default columns are scaled to standard deviation 1, within ±10. With `normalize` each window
 * is taken from its own mean in its own standard deviation instead: only the shape counts, whatever
 * the meter's size and the hour's level, and the score is at most twice the root of the width.
 *
 * Says that a window is odd, not which of its hours: an odd hour is seen for as long as a window
 * holds it. Does not work where windows begin at any hour and few centres have to stand for all
 * phases, nor on an anomaly that is frequent enough in training to have a centre of its own. A fit
 * takes rows × clusters × columns per round, at most 300 rounds; scoring takes one such round.
 *
 * @throws {RangeError} When clusters or sampleSize is not a whole number from 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const columns = ["lag_2", "lag_1", "lag_0"];
 * const detector = kMeansWindows({ clusters: 2, normalize: true });
 * const fitted = await detector.fit(matrix(columns, [1, 2, 3, 5, 7, 9, 3, 2, 1]), { seed: 7 });
 * const [rise, fall, peak] = fitted.anomalyScores(matrix(columns, [0, 5, 10, 4, 2, 0, 1, 9, 1]));
 * assert.ok(rise < 1e-6 && fall < 1e-6 && peak > 1);
 * ```
 */
export function kMeansWindows(
  { clusters = 20, normalize = false, sampleSize = 10_000 }: KMeansWindowsOptions = {},
): Detector {
  requireWhole(ACTION, "clusters", clusters, 1);
  requireWhole(ACTION, "sampleSize", sampleSize, 1);
  return {
    name: "k_means_windows",
    nanPolicy:
      "Scaling skips missing values; elsewhere a missing value counts as the mean of its " +
      "column, or of its own window where windows are normalised",
    async fit(x, context) {
      const rows = trainingRows(x, context);
      const scaler = normalize ? null : fitScaler(rows, CLIP);
      const width = x.columns.length;
      const sample = sampleRows(rows, sampleSize, context.seed);
      const points = { values: pointsOf(sample, scaler), width };
      const first = firstCenters(points, clusters, random(deriveSeed(context.seed, "centers")));
      const centers = await lloyd(points, first, context);
      context.onProgress?.(1);
      return fromKMeansWindowsState({
        kind: "k_means_windows",
        columns: [...x.columns],
        scaler,
        centers: Array.from(
          { length: centers.length / width },
          (_, center) => [...centers.subarray(center * width, (center + 1) * width)],
        ),
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
 * const fitted = fromKMeansWindowsState({
 *   kind: "k_means_windows",
 *   columns: ["kwh"],
 *   scaler: { center: [2], inverse: [1], clip: 10 },
 *   centers: [[0], [3]],
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [2, 3, 6]))], [0, 1, 1]);
 * ```
 */
export function fromKMeansWindowsState(
  state: KMeansWindowsState,
): FittedDetector<KMeansWindowsState> {
  const centers = Float64Array.from(state.centers.flat());
  return {
    name: state.kind,
    anomalyScores(x) {
      const points = pointsOf(scoringRows(x, state.columns), state.scaler);
      return Float64Array.from({ length: x.rows }, (_, row) => {
        let nearest = Infinity;
        for (let center = 0; center < state.centers.length; center++) {
          const squared = squaredDistance(points, row, centers, center, state.columns.length);
          nearest = Math.min(nearest, squared);
        }
        return Math.sqrt(nearest);
      });
    },
    toOnnx: (graph, features) => exportKMeansWindows(graph, features, state),
    toJSON: () => state,
  };
}

function pointsOf(x: Matrix, scaler: Scaler | null): Float64Array {
  return scaler === null ? windowShapes(x) : scale(x, scaler);
}
