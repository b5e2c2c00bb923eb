/** DBSCAN: what lies far from every dense place is odd. */

import type { Matrix } from "../matrix.ts";
import { exportDbscan } from "../onnx/dbscan.ts";
import type { Detector, FitContext, FittedDetector } from "./detector.ts";
import { pause } from "./pause.ts";
import { requireWhole } from "./require_whole.ts";
import { fitScaler, scale, type Scaler } from "./scaler.ts";
import { scoringRows } from "./scoring_rows.ts";
import { squaredDistance } from "./squared_distance.ts";
import { sampleRows, trainingRows } from "./training_rows.ts";

const CLIP = 10;
/** Share of the points that are core when the radius is left to the data. */
const CORE_SHARE = 0.95;
/** Rows between two pauses: among 1000 rows they take some milliseconds. */
const ROWS_IN_A_TURN = 128;

/** A fitted DBSCAN: score = distance to the nearest core point / eps. */
export interface DbscanState {
  readonly kind: "dbscan";
  readonly columns: readonly string[];
  readonly scaler: Scaler;
  /** Neighbourhood radius in scaled units, above 0. */
  readonly eps: number;
  /** Scaled rows, at least one. */
  readonly corePoints: readonly (readonly number[])[];
}

/** Choices of DBSCAN. */
export interface DbscanOptions {
  /** A core point has this many points, itself included, within eps. @default {10} */
  readonly minPoints?: number;
  /**
   * Neighbourhood radius in standard deviations, above 0.
   * @default {the least radius that makes 95 % of the points core}
   */
  readonly eps?: number;
  /** Rows clustered at most; time grows with their square. @default {1000} */
  readonly sampleSize?: number;
}

/**
 * DBSCAN (Ester et al., KDD 1996) on scaled columns, as a score: the distance to the nearest core
 * point in units of eps. Above 1 is what DBSCAN calls noise. Weak where usual rows are dense in
 * one place and thin in another.
 *
 * @throws {RangeError} When eps is not positive and finite, or minPoints or sampleSize is not a
 * whole number from 1; in fit, when no point has minPoints within the eps given.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const fitted = await dbscan({ minPoints: 2, eps: 1 }).fit(matrix(["kwh"], [1, 1, 3, 3]), {
 *   seed: 7,
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [1, 2, 5]))], [0, 1, 2]);
 * ```
 */
export function dbscan(
  { minPoints = 10, eps, sampleSize = 1000 }: DbscanOptions = {},
): Detector {
  requireWhole("fit DBSCAN", "minPoints", minPoints, 1);
  requireWhole("fit DBSCAN", "sampleSize", sampleSize, 1);
  if (eps !== undefined && !(eps > 0 && eps < Infinity)) {
    throw new RangeError(
      `Cannot fit DBSCAN as eps must be finite and > 0: current value is ${eps}`,
    );
  }
  return {
    name: "dbscan",
    nanPolicy: "Scaling skips missing values; elsewhere a missing value counts as the mean",
    async fit(x, context) {
      const rows = trainingRows(x, context);
      const scaler = fitScaler(rows, CLIP);
      const points = scale(sampleRows(rows, sampleSize, context.seed), scaler);
      const width = x.columns.length;
      const reach = await neighbourDistances(points, width, minPoints, context);
      const radius = eps ?? usualReach(reach);
      const core = Array.from(reach.keys()).filter((i) => reach[i] <= radius);
      if (core.length === 0) {
        throw new RangeError(
          `Cannot fit DBSCAN as no point has ${minPoints} points within eps: ` +
            `current value is ${radius}`,
        );
      }
      context.onProgress?.(1);
      return fromDbscanState({
        kind: "dbscan",
        columns: [...x.columns],
        scaler,
        eps: radius,
        corePoints: core.map((i) => [...points.subarray(i * width, (i + 1) * width)]),
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
 * const fitted = fromDbscanState({
 *   kind: "dbscan",
 *   columns: ["kwh"],
 *   scaler: { center: [2], inverse: [1], clip: 10 },
 *   eps: 0.5,
 *   corePoints: [[0]],
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [3]))], [2]);
 * ```
 */
export function fromDbscanState(state: DbscanState): FittedDetector<DbscanState> {
  const corePoints = Float64Array.from(state.corePoints.flat());
  return {
    name: state.kind,
    anomalyScores(x) {
      const rows = scoringRows(x, state.columns);
      return distancesToCore(rows, state, corePoints);
    },
    toOnnx: (graph, features) => exportDbscan(graph, features, state),
    toJSON: () => state,
  };
}

function distancesToCore(
  x: Matrix,
  { scaler, eps, corePoints: { length: cores } }: DbscanState,
  corePoints: Float64Array,
): Float64Array {
  const width = x.columns.length;
  const points = scale(x, scaler);
  return Float64Array.from({ length: x.rows }, (_, row) => {
    let nearest = Infinity;
    for (let core = 0; core < cores; core++) {
      nearest = Math.min(nearest, squaredDistance(points, row, corePoints, core, width));
    }
    return Math.sqrt(nearest) / eps;
  });
}

/** From each point, how far its `minPoints`-th point is (itself the first); the farthest if fewer. */
async function neighbourDistances(
  points: Float64Array,
  width: number,
  minPoints: number,
  { signal, onProgress }: FitContext,
): Promise<Float64Array> {
  const rows = points.length / width;
  const squared = new Float64Array(rows);
  const reach = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    if (i % ROWS_IN_A_TURN === 0) {
      onProgress?.(i / rows);
      await pause(signal);
    }
    for (let j = 0; j < rows; j++) squared[j] = squaredDistance(points, i, points, j, width);
    reach[i] = Math.sqrt(squared.sort()[Math.min(minPoints, rows) - 1]);
  }
  return reach;
}

/** A radius has to be above 0: among mostly equal points the least distance, else one deviation. */
function usualReach(reach: Float64Array): number {
  const sorted = reach.slice().sort();
  const usual = sorted[Math.ceil(CORE_SHARE * sorted.length) - 1];
  return usual > 0 ? usual : sorted.find((distance) => distance > 0) ?? 1;
}
