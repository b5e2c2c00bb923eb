/** ECOD: what lies far out in the tails of its columns is odd. */

import type { Matrix } from "../matrix.ts";
import { exportEcod } from "../onnx/ecod.ts";
import { columnValues } from "./column_values.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { scoringRows } from "./scoring_rows.ts";
import { stepOf, stepSurprises, type TailSteps, tailSteps } from "./tail_steps.ts";
import { trainingRows } from "./training_rows.ts";

/**
 * A fitted ECOD: score = Σ ln((rows + 1) / count) over the columns that are not missing, count
 * being that of the step a value stands on.
 */
export interface EcodState {
  readonly kind: "ecod";
  readonly columns: readonly string[];
  /** One per column. */
  readonly tails: readonly TailSteps[];
}

/**
 * A detector without choices (Li et al., ECOD: Unsupervised Outlier Detection Using Empirical
 * Cumulative Distribution Functions, 2022): the score sums, over the columns, minus the logarithm
 * of the smaller tail probability. As in PyOD, the tail is chosen column by column; the paper
 * chooses it for the row as a whole.
 *
 * The distribution is that of the training rows and the one row that is scored, so a score depends
 * on that row alone and no probability is 0. PyOD's `decision_function` takes in all rows it is
 * asked for at once; asked for one row, it gives this score, but in a column whose skewness is
 * exactly 0, where it adds up both tails. Tail counts above 100 are kept to 2 %, an error below
 * 0.02 a column.
 *
 * Fitting sorts each column; scoring takes about ten comparisons a value. It does not work where
 * only the combination of values is odd or where the odd ones lie between two groups of usual ones,
 * and a column counts once however far outside the training range it is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const fitted = await ecod().fit(matrix(["kwh"], [1, 2, 3]), { seed: 7 });
 * const scores = fitted.anomalyScores(matrix(["kwh"], [2, 3, 9]));
 * assert.deepEqual([...scores], [Math.log(4 / 3), Math.log(4 / 2), Math.log(4 / 1)]);
 * ```
 */
export function ecod(): Detector {
  return {
    name: "ecod",
    nanPolicy: "Fitting skips missing values; in scoring a missing value adds nothing",
    fit(x, context) {
      const rows = trainingRows(x, context);
      const tails = x.columns.map((_, column) => {
        context.signal?.throwIfAborted();
        const steps = tailSteps(columnValues(rows, column).sort());
        context.onProgress?.((column + 1) / x.columns.length);
        return steps;
      });
      return fromEcodState({ kind: "ecod", columns: [...x.columns], tails });
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
 * const tails = [{ rows: 3, cuts: [0, 1], counts: [1, 4, 2] }];
 * const fitted = fromEcodState({ kind: "ecod", columns: ["kwh"], tails });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [1, 2, NaN]))], [0, Math.log(2), 0]);
 * ```
 */
export function fromEcodState(state: EcodState): FittedDetector<EcodState> {
  const cuts = state.tails.map((steps) => Float32Array.from(steps.cuts));
  const surprises = state.tails.map(stepSurprises);
  return {
    name: state.kind,
    anomalyScores(x) {
      const rows = scoringRows(x, state.columns);
      return summedSurprises(rows, cuts, surprises);
    },
    toOnnx: (graph, features) => exportEcod(graph, features, state),
    toJSON: () => state,
  };
}

function summedSurprises(
  x: Matrix,
  cuts: readonly Float32Array[],
  surprises: readonly (readonly number[])[],
): Float64Array {
  const width = x.columns.length;
  const scores = new Float64Array(x.rows);
  for (let i = 0, at = 0; i < x.rows; i++) {
    for (let j = 0; j < width; j++) {
      const value = x.values[at++];
      if (!Number.isNaN(value)) scores[i] += surprises[j][stepOf(cuts[j], value)];
    }
  }
  return scores;
}
