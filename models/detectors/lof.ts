/** Local outlier factor: what lies in a thinner place than the rows most like it is odd. */

import { exportLof } from "../onnx/lof.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { nearestNeighbours, type Neighbours } from "./nearest_neighbours.ts";
import { nearestOthers } from "./nearest_others.ts";
import { buildNeighbourIndex } from "./neighbour_index.ts";
import { requireWhole } from "./require_whole.ts";
import { fitScaler, scale, type Scaler } from "./scaler.ts";
import { scoringRows } from "./scoring_rows.ts";
import { sampleRows, trainingRows } from "./training_rows.ts";

/** Far beyond what occurs: a lower bound would gather odd rows at one value and make neighbours of them. */
const CLIP = 100;

/** Keeps densities finite among equal rows, as in scikit-learn. */
export const LEAST_REACH = 1e-10;

/** A fitted local outlier factor. */
export interface LofState {
  readonly kind: "lof";
  readonly columns: readonly string[];
  readonly scaler: Scaler;
  /** At least 1, at most the number of points. */
  readonly neighbours: number;
  /** Scaled rows, at least one. */
  readonly points: readonly (readonly number[])[];
  /** From each point, the distance to its own farthest neighbour. */
  readonly reaches: readonly number[];
  /** Local reachability density of each point, above 0. */
  readonly densities: readonly number[];
}

/** Choices of the local outlier factor. */
export interface LofOptions {
  /** Training rows a row is compared with; all others where there are fewer. @default {20} */
  readonly neighbours?: number;
  /**
   * Training rows drawn to compare with; the model keeps them, and its ONNX form compares each row
   * with all of them.
   * @default {1000}
   */
  readonly sampleSize?: number;
}

/**
 * The local outlier factor (Breunig et al., LOF: Identifying Density-Based Local Outliers, 2000) of
 * new rows against the training rows, as scikit-learn's `LocalOutlierFactor(novelty=True)` on scaled
 * columns: the mean density of a row's neighbours over its own. The density is
 * `1 / (mean of max(distance to o, reach of o) over the neighbours o + 1e-10)`. About 1 is usual.
 * Exactly k rows are neighbours: among rows equally far those first in the canonical order. Values
 * beyond 100 standard deviations count as 100.
 *
 * A training row scored again finds itself among its neighbours, and scores nearer to 1 than a new
 * row in its place.
 *
 * The fit finds the neighbours of each row of the sample in a tree, some seconds for 100,000 rows
 * of 8 columns; a score is one search there. It does not work where more than k training rows are
 * equal: their density is without bound, and what lies next to them scores in the millions. Nor
 * does it where more than k odd rows look alike, which is a dense place of its own.
 *
 * @throws {RangeError} When neighbours or sampleSize is not a whole number from 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * // Even rows, one apart: each new row between two of them has the density of its neighbours.
 * const x = matrix(["kwh"], [1, 2, 3, 4, 5, 6, 7, 8]);
 * const fitted = await lof({ neighbours: 2 }).fit(x, { seed: 7 });
 * const [usual, odd] = fitted.anomalyScores(matrix(["kwh"], [4.5, 20]));
 * assert.ok(Math.abs(usual - 1) < 1e-9 && odd > 5);
 * ```
 */
export function lof({ neighbours = 20, sampleSize = 1000 }: LofOptions = {}): Detector {
  requireWhole("fit the local outlier factor", "neighbours", neighbours, 1);
  requireWhole("fit the local outlier factor", "sampleSize", sampleSize, 1);
  return {
    name: "lof",
    nanPolicy: "Scaling skips missing values; elsewhere a missing value counts as the mean",
    async fit(x, context) {
      const rows = trainingRows(x, context);
      const scaler = fitScaler(rows, CLIP);
      const sample = sampleRows(rows, sampleSize, context.seed);
      const points = scale(sample, scaler);
      const width = x.columns.length;
      const others = await nearestOthers(buildNeighbourIndex(points, width), neighbours, context);
      const { k } = others;
      const reaches = Float64Array.from(
        { length: sample.rows },
        (_, row) => Math.sqrt(others.squaredDistances[(row + 1) * k - 1]),
      );
      context.onProgress?.(1);
      return fromLofState({
        kind: "lof",
        columns: [...x.columns],
        scaler,
        neighbours: k,
        points: Array.from(
          reaches.keys(),
          (row) => [...points.subarray(row * width, (row + 1) * width)],
        ),
        reaches: [...reaches],
        densities: Array.from(reaches.keys(), (row) => 1 / meanReach(others, row, reaches)),
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
 * const fitted = fromLofState({
 *   kind: "lof",
 *   columns: ["kwh"],
 *   scaler: { center: [2], inverse: [1], clip: 10 },
 *   neighbours: 1,
 *   points: [[0], [9]],
 *   reaches: [0.5, 1],
 *   densities: [2, 1],
 * });
 * const [near, far] = fitted.anomalyScores(matrix(["kwh"], [2.1, 5]));
 * assert.ok(Math.abs(near - 1) < 1e-9 && Math.abs(far - 6) < 1e-9);
 * ```
 */
export function fromLofState(state: LofState): FittedDetector<LofState> {
  const { columns, scaler, neighbours, points } = state;
  const index = buildNeighbourIndex(Float64Array.from(points.flat()), columns.length);
  const reaches = Float64Array.from(state.reaches);
  const densities = Float64Array.from(state.densities);
  return {
    name: state.kind,
    anomalyScores(x) {
      const rows = scale(scoringRows(x, columns), scaler);
      const nearest = nearestNeighbours(index, rows, neighbours);
      return Float64Array.from({ length: x.rows }, (_, row) => {
        let total = 0;
        for (let at = row * neighbours; at < (row + 1) * neighbours; at++) {
          total += densities[nearest.rows[at]];
        }
        return total / neighbours * meanReach(nearest, row, reaches);
      });
    },
    toOnnx: (graph, features) => exportLof(graph, features, state),
    toJSON: () => state,
  };
}

/** One over the density of a row: how far its neighbours lie, each no nearer than its own reach. */
function meanReach(
  { k, squaredDistances, rows }: Neighbours,
  row: number,
  reaches: Float64Array,
): number {
  let total = 0;
  for (let at = row * k; at < (row + 1) * k; at++) {
    total += Math.max(Math.sqrt(squaredDistances[at]), reaches[rows[at]]);
  }
  return total / k + LEAST_REACH;
}
