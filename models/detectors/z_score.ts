/** The z-score detector: how many standard deviations the oddest column is off. */

import type { Matrix } from "../matrix.ts";
import { exportZScore } from "../onnx/z_score.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { fitScaler, scale, type Scaler } from "./scaler.ts";
import { scoringRows } from "./scoring_rows.ts";
import { trainingRows } from "./training_rows.ts";

/** Far beyond any real deviation: there to keep scores finite, not to shape them. */
const CLIP = 1e6;

/** A fitted z-score detector: score = max over columns of |z|. */
export interface ZScoreState {
  readonly kind: "z_score";
  readonly columns: readonly string[];
  readonly scaler: Scaler;
}

/**
 * A detector whose score is the largest |value − mean| / standard deviation over the columns.
 * Blind to rows that are odd only in the combination of their values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const fitted = await zScore().fit(matrix(["kwh"], [1, 3]), { seed: 7 });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [2, 5, 0]))], [0, 3, 2]);
 * ```
 */
export function zScore(): Detector {
  return {
    name: "z_score",
    nanPolicy: "Fitting skips missing values; in scoring a missing value counts as the mean",
    fit(x, context) {
      const scaler = fitScaler(trainingRows(x, context), CLIP);
      context.onProgress?.(1);
      return fromZScoreState({ kind: "z_score", columns: [...x.columns], scaler });
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
 * const scaler = { center: [1], inverse: [2], clip: 1e6 };
 * const fitted = fromZScoreState({ kind: "z_score", columns: ["kwh"], scaler });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [4]))], [6]);
 * ```
 */
export function fromZScoreState(state: ZScoreState): FittedDetector<ZScoreState> {
  return {
    name: state.kind,
    anomalyScores(x) {
      const rows = scoringRows(x, state.columns);
      return largestDeviations(rows, state.scaler);
    },
    toOnnx: (graph, features) => exportZScore(graph, features, state),
    toJSON: () => state,
  };
}

function largestDeviations(x: Matrix, scaler: Scaler): Float64Array {
  const scaled = scale(x, scaler);
  const width = x.columns.length;
  const scores = new Float64Array(x.rows);
  for (let i = 0, at = 0; i < x.rows; i++) {
    for (let j = 0; j < width; j++) scores[i] = Math.max(scores[i], Math.abs(scaled[at++]));
  }
  return scores;
}
