/** k nearest neighbours: what lies far from the rows most like it is odd. */

import { exportKnn } from "../onnx/knn.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { nearestNeighbours } from "./nearest_neighbours.ts";
import { buildNeighbourIndex } from "./neighbour_index.ts";
import { requireWhole } from "./require_whole.ts";
import { fitScaler, scale, type Scaler } from "./scaler.ts";
import { scoringRows } from "./scoring_rows.ts";
import { sampleRows, trainingRows } from "./training_rows.ts";

/** Far beyond what occurs: a lower bound would gather odd rows at one value and make neighbours of them. */
const CLIP = 100;
const METHODS = ["largest", "mean"] as const;

/** A fitted k nearest neighbours detector. */
export interface KnnState {
  readonly kind: "knn";
  readonly columns: readonly string[];
  readonly scaler: Scaler;
  readonly method: typeof METHODS[number];
  /** At least 1, at most the number of points. */
  readonly neighbours: number;
  /** Scaled rows, at least one. */
  readonly points: readonly (readonly number[])[];
}

/** Choices of k nearest neighbours. */
export interface KnnOptions {
  /** Training rows a row is compared with; all of them where there are fewer. @default {5} */
  readonly neighbours?: number;
  /** Whether the farthest of them counts, or their mean. @default {"largest"} */
  readonly method?: "largest" | "mean";
  /**
   * Training rows drawn to compare with; the model keeps them, and its ONNX form compares each row
   * with all of them.
   * @default {1000}
   */
  readonly sampleSize?: number;
}

/**
 * The Euclidean distance on scaled columns to the k-th nearest training row (Ramaswamy, Rastogi &
 * Shim, Efficient Algorithms for Mining Outliers from Large Data Sets, 2000), or the mean distance
 * to the k nearest (Angiulli & Pizzuti, Fast Outlier Detection in High Dimensional Spaces, 2002).
 * In standard deviations, exact. As PyOD's `KNN`, but for two things: PyOD leaves the columns as
 * they are, and values beyond 100 deviations count as 100 here.
 *
 * A training row scored again finds itself at distance 0 among its neighbours, so it scores lower
 * than a new row in its place: one more neighbour makes up for it with "largest".
 *
 * The fit sorts a sample into a tree; a score is one search there. It does not work where usual rows
 * are dense in one place and thin in another, where more than k odd rows look alike, or where
 * many columns say nothing and drown the few that do.
 *
 * @throws {RangeError} When neighbours or sampleSize is not a whole number from 1, or the method is
 * unknown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * // Mean 3, standard deviation 1: the scores are in kWh.
 * const x = matrix(["kwh"], [2, 4, 2, 4]);
 * const fitted = await knn({ neighbours: 3 }).fit(x, { seed: 7 });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [2, 3, 6]))], [2, 1, 4]);
 * ```
 */
export function knn(
  { neighbours = 5, method = "largest", sampleSize = 1000 }: KnnOptions = {},
): Detector {
  requireWhole("fit k nearest neighbours", "neighbours", neighbours, 1);
  requireWhole("fit k nearest neighbours", "sampleSize", sampleSize, 1);
  if (!METHODS.includes(method)) {
    throw new RangeError(
      `Cannot fit k nearest neighbours as method must be one of ${METHODS.join(", ")}: ` +
        `current value is ${method}`,
    );
  }
  return {
    name: "knn",
    nanPolicy: "Scaling skips missing values; elsewhere a missing value counts as the mean",
    fit(x, context) {
      const rows = trainingRows(x, context);
      const scaler = fitScaler(rows, CLIP);
      const sample = sampleRows(rows, sampleSize, context.seed);
      const points = scale(sample, scaler);
      const width = x.columns.length;
      context.onProgress?.(1);
      return fromKnnState({
        kind: "knn",
        columns: [...x.columns],
        scaler,
        method,
        neighbours: Math.min(neighbours, sample.rows),
        points: Array.from(
          { length: sample.rows },
          (_, row) => [...points.subarray(row * width, (row + 1) * width)],
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
 * const fitted = fromKnnState({
 *   kind: "knn",
 *   columns: ["kwh"],
 *   scaler: { center: [2], inverse: [1], clip: 10 },
 *   method: "mean",
 *   neighbours: 2,
 *   points: [[0], [1], [9]],
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [4]))], [1.5]);
 * ```
 */
export function fromKnnState(state: KnnState): FittedDetector<KnnState> {
  const { columns, scaler, method, neighbours, points } = state;
  const index = buildNeighbourIndex(Float64Array.from(points.flat()), columns.length);
  // What is not counted is not summed: the mean of the first to the last, or the last alone.
  const first = method === "mean" ? 0 : neighbours - 1;
  return {
    name: state.kind,
    anomalyScores(x) {
      const rows = scale(scoringRows(x, columns), scaler);
      const { squaredDistances } = nearestNeighbours(index, rows, neighbours);
      return Float64Array.from({ length: x.rows }, (_, row) => {
        let total = 0;
        for (let i = first; i < neighbours; i++) {
          total += Math.sqrt(squaredDistances[row * neighbours + i]);
        }
        return total / (neighbours - first);
      });
    },
    toOnnx: (graph, features) => exportKnn(graph, features, state),
    toJSON: () => state,
  };
}
