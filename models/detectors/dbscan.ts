/** DBSCAN: what lies far from every dense place is odd. */

import { exportDbscan } from "../onnx/dbscan.ts";
import type { Detector, FitContext, FittedDetector } from "./detector.ts";
import { inTurns } from "./in_turns.ts";
import { nearestNeighbours } from "./nearest_neighbours.ts";
import { buildNeighbourIndex, type NeighbourIndex } from "./neighbour_index.ts";
import { countWithin } from "./neighbours_within.ts";
import { requireWhole } from "./require_whole.ts";
import { fitScaler, scale, type Scaler } from "./scaler.ts";
import { scoringRows } from "./scoring_rows.ts";
import { sampleRows, trainingRows } from "./training_rows.ts";

const CLIP = 10;
/** Share of the points that are core when the radius is left to the data. */
const CORE_SHARE = 0.95;

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
  /**
   * Rows clustered at most. The model keeps the core points among them, and its ONNX form compares
   * each row with all of them.
   * @default {1000}
   */
  readonly sampleSize?: number;
}

/**
 * DBSCAN (Ester et al., KDD 1996) on scaled columns, as a score: the distance to the nearest core
 * point in units of eps. Above 1 is what DBSCAN calls noise. Weak where usual rows are dense in
 * one place and thin in another.
 *
 * Which cluster a core point belongs to has no part in the score, so the fit finds the core points
 * and leaves the clusters out: 100,000 rows of 8 columns take about a second with an eps given, and
 * some with one left to the data. A score is one search in a tree of the core points.
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
      const index = buildNeighbourIndex(points, width);
      const { radius, core } = eps === undefined
        ? await usualCore(index, minPoints, context)
        : { radius: eps, core: await coreWithin(index, eps, minPoints, context) };
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
        corePoints: Array.from(core, (i) => [...points.subarray(i * width, (i + 1) * width)]),
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
  const { columns, scaler, eps, corePoints } = state;
  const index = buildNeighbourIndex(Float64Array.from(corePoints.flat()), columns.length);
  return {
    name: state.kind,
    anomalyScores(x) {
      const points = scale(scoringRows(x, columns), scaler);
      const { squaredDistances } = nearestNeighbours(index, points, 1);
      return squaredDistances.map((squared) => Math.sqrt(squared) / eps);
    },
    toOnnx: (graph, features) => exportDbscan(graph, features, state),
    toJSON: () => state,
  };
}

/** The points that have `minPoints` points within the radius, themselves the first; all if fewer. */
async function coreWithin(
  index: NeighbourIndex,
  radius: number,
  minPoints: number,
  context: FitContext,
): Promise<Uint32Array> {
  const { points, rows, width } = index;
  const enough = Math.min(minPoints, rows.length);
  const isCore = new Uint8Array(rows.length);
  await inTurns(rows.length, context, (start, end) => {
    const turn = points.subarray(start * width, end * width);
    countWithin(index, turn, radius, enough).forEach((count, i) => {
      if (count === enough) isCore[rows[start + i]] = 1;
    });
  });
  return rows.toSorted().filter((row) => isCore[row] === 1);
}

/** The least radius that makes the usual share of the points core, and those points. */
async function usualCore(
  index: NeighbourIndex,
  minPoints: number,
  context: FitContext,
): Promise<{ radius: number; core: Uint32Array }> {
  const { points, rows, width } = index;
  const reach = new Float64Array(rows.length);
  await inTurns(rows.length, context, (start, end) => {
    const turn = points.subarray(start * width, end * width);
    const { squaredDistances, k } = nearestNeighbours(index, turn, minPoints);
    for (let at = start; at < end; at++) {
      reach[rows[at]] = Math.sqrt(squaredDistances[(at - start + 1) * k - 1]);
    }
  });
  const radius = usualReach(reach);
  return { radius, core: rows.toSorted().filter((row) => reach[row] <= radius) };
}

/** A radius has to be above 0: among mostly equal points the least distance, else one deviation. */
function usualReach(reach: Float64Array): number {
  const sorted = reach.slice().sort();
  const usual = sorted[Math.ceil(CORE_SHARE * sorted.length) - 1];
  return usual > 0 ? usual : sorted.find((distance) => distance > 0) ?? 1;
}
