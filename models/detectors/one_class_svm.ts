/** The one-class support vector machine: what lies outside the region most rows fill is odd. */

import type { Matrix } from "../matrix.ts";
import { exportOneClassSvm } from "../onnx/one_class_svm.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { BLOCK, type GaussianBlock, gaussianBlock } from "./gaussian_block.ts";
import { gaussianKernel } from "./gaussian_kernel.ts";
import { solveOneClass } from "./one_class_solver.ts";
import { requireWhole } from "./require_whole.ts";
import { fitScaler, scale, type Scaler } from "./scaler.ts";
import { scoringRows } from "./scoring_rows.ts";
import { sampleRows, trainingRows } from "./training_rows.ts";

const CLIP = 10;
const TOLERANCE = 1e-6;
/** The default choices take some thousand; a million take seconds with 1000 rows. */
const MAX_STEPS = 1_000_000;
/** As in scikit-learn: all of the kernel of 7000 rows. */
const CACHE_MEBIBYTES = 200;
/** A sample of rows that are equal but for rounding has a variance far below. */
const LEAST_VARIANCE = 1e-12;

/** A fitted one-class SVM: score = rho − Σ coefficientᵢ · exp(−gamma · |z − supportVectorᵢ|²). */
export interface OneClassSvmState {
  readonly kind: "one_class_svm";
  readonly columns: readonly string[];
  readonly scaler: Scaler;
  readonly gamma: number;
  readonly rho: number;
  readonly coefficients: readonly number[];
  /** Scaled rows. */
  readonly supportVectors: readonly (readonly number[])[];
}

/** Choices of the one-class SVM. */
export interface OneClassSvmOptions {
  /**
   * Share of the training rows that may lie outside, in (0, 1). It is no threshold: a region of the
   * densest half ranks best, as a region of nearly all rows bends to the odd ones among them.
   * @default {0.5}
   */
  readonly nu?: number;
  /**
   * Sharpness of the kernel, above 0; "scale" is 1 / (columns · variance of the scaled
   * rows), or 1 where that variance is below 1e-12.
   * @default {"scale"}
   */
  readonly gamma?: number | "scale";
  /** Rows the machine is trained on at most; its time grows with their square. @default {1000} */
  readonly sampleSize?: number;
}

/**
 * A one-class SVM with a Gaussian kernel (Schölkopf et al., Estimating the Support of a
 * High-Dimensional Distribution, 2001), on scaled columns. Scores are above 0 outside the region,
 * below inside, and level off at rho far away. A fit computes nu · sampleSize² kernels and more, a
 * score one per support vector, of which there are at least nu · sampleSize. Weak among many
 * columns, where all distances are much alike.
 *
 * @throws {RangeError} When nu lies outside (0, 1), gamma is not positive and finite, or
 * sampleSize is not a whole number from 1; in fit, when a million steps do not solve it, as may
 * happen with few columns and a gamma far above "scale".
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh"], [1, 2, 3, 4, 5]);
 * const fitted = await oneClassSvm({ nu: 0.2 }).fit(x, { seed: 7 });
 * const [middle, far] = fitted.anomalyScores(matrix(["kwh"], [3, 9]));
 * assert.ok(middle < 0 && far > 0);
 * ```
 */
export function oneClassSvm(
  { nu = 0.5, gamma = "scale", sampleSize = 1000 }: OneClassSvmOptions = {},
): Detector {
  if (!(nu > 0 && nu < 1)) {
    throw new RangeError(
      `Cannot fit a one-class SVM as nu must lie in (0, 1): current value is ${nu}`,
    );
  }
  if (gamma !== "scale" && !(gamma > 0 && gamma < Infinity)) {
    throw new RangeError(
      `Cannot fit a one-class SVM as gamma must be "scale" or finite and > 0: ` +
        `current value is ${gamma}`,
    );
  }
  requireWhole("fit a one-class SVM", "sampleSize", sampleSize, 1);
  return {
    name: "one_class_svm",
    nanPolicy: "Scaling skips missing values; elsewhere a missing value counts as the mean",
    async fit(x, context) {
      const rows = trainingRows(x, context);
      const scaler = fitScaler(rows, CLIP);
      const points = scale(sampleRows(rows, sampleSize, context.seed), scaler);
      const width = x.columns.length;
      const sharpness = gamma === "scale" ? scaleGamma(points, width) : gamma;
      const { alpha, rho } = await solveOneClass({
        kernel: gaussianKernel(points, width, sharpness),
        nu,
        tolerance: TOLERANCE,
        maxSteps: MAX_STEPS,
        cacheMebibytes: CACHE_MEBIBYTES,
        signal: context.signal,
        onProgress: context.onProgress,
      });
      context.onProgress?.(1);
      const support = Array.from(alpha.keys()).filter((i) => alpha[i] > 0);
      return fromOneClassSvmState({
        kind: "one_class_svm",
        columns: [...x.columns],
        scaler,
        gamma: sharpness,
        rho,
        coefficients: support.map((i) => alpha[i]),
        supportVectors: support.map((i) => [...points.subarray(i * width, (i + 1) * width)]),
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
 * const fitted = fromOneClassSvmState({
 *   kind: "one_class_svm",
 *   columns: ["kwh"],
 *   scaler: { center: [2], inverse: [1], clip: 10 },
 *   gamma: 1,
 *   rho: 0.5,
 *   coefficients: [0.5],
 *   supportVectors: [[0]],
 * });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [2]))], [0]);
 * ```
 */
export function fromOneClassSvmState(state: OneClassSvmState): FittedDetector<OneClassSvmState> {
  const supportVectors = Float64Array.from(state.supportVectors.flat());
  const block = gaussianBlock(supportVectors, state.columns.length, state.gamma);
  return {
    name: state.kind,
    anomalyScores: (x) => distancesOutside(scoringRows(x, state.columns), state, block),
    toOnnx: (graph, features) => exportOneClassSvm(graph, features, state),
    toJSON: () => state,
  };
}

function distancesOutside(
  x: Matrix,
  { scaler, rho, coefficients }: OneClassSvmState,
  block: GaussianBlock,
): Float64Array {
  const points = scale(x, scaler);
  const weights = Float64Array.from(coefficients);
  const places = Int32Array.from(weights.keys());
  const scores = new Float64Array(x.rows);
  for (let row = 0; row < x.rows; row++) {
    let inside = 0;
    for (let start = 0; start < weights.length; start += BLOCK) {
      const count = Math.min(BLOCK, weights.length - start);
      block.fill(points, row, places, start, count);
      for (let i = 0; i < count; i++) inside += weights[start + i] * block.values[i];
    }
    scores[row] = rho - inside;
  }
  return scores;
}

/** scikit-learn's gamma="scale"; 1 where nothing varies, so that distances count in deviations. */
function scaleGamma(points: Float64Array, width: number): number {
  const mean = points.reduce((total, value) => total + value, 0) / points.length;
  const variance = points.reduce((total, value) => total + (value - mean) ** 2, 0) / points.length;
  return variance >= LEAST_VARIANCE ? 1 / (width * variance) : 1;
}
