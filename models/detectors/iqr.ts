/** The interquartile-range detector: how far outside Tukey's fences a row lies. */

import type { Matrix } from "../matrix.ts";
import { exportIqr } from "../onnx/iqr.ts";
import { quantile } from "../quantile.ts";
import { columnValues } from "./column_values.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { fitScaler } from "./scaler.ts";
import { scoringRows } from "./scoring_rows.ts";
import { trainingRows } from "./training_rows.ts";

/**
 * A fitted IQR detector: score = Σ max(0, lower − x, x − upper) · inverse over the columns that
 * are not missing. One entry per column.
 */
export interface IqrState {
  readonly kind: "iqr";
  readonly columns: readonly string[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** One over the unit of the distance; 0 for a column without values in training. */
  readonly inverse: readonly number[];
}

/** Choices of the IQR detector. */
export interface IqrOptions {
  /** Fences stand this many interquartile ranges outside the quartiles. @default {1.5} */
  readonly k?: number;
}

/**
 * A detector whose score sums, over the columns, the distance outside Tukey's fences
 * (Exploratory Data Analysis, 1977) in interquartile ranges; 0 inside all of them. Where the
 * middle half of a column is one value, both fences stand on it and its standard deviation is the
 * unit; where the whole column is, its own unit is.
 *
 * @throws {RangeError} When k is negative or not finite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const fitted = await iqr({ k: 1 }).fit(matrix(["kwh"], [0, 1, 2, 3, 4]), { seed: 7 });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [2, 5, 7, -3]))], [0, 0, 1, 1]);
 * ```
 */
export function iqr({ k = 1.5 }: IqrOptions = {}): Detector {
  if (!(k >= 0 && k < Infinity)) {
    throw new RangeError(
      `Cannot place the fences as k must be finite and >= 0: current value is ${k}`,
    );
  }
  return {
    name: "iqr",
    nanPolicy: "Fitting skips missing values; in scoring a missing value adds nothing",
    fit(x, context) {
      const rows = trainingRows(x, context);
      const standard = fitScaler(rows, Infinity);
      const lower: number[] = [];
      const upper: number[] = [];
      const inverse: number[] = [];
      for (let j = 0; j < x.columns.length; j++) {
        context.signal?.throwIfAborted();
        const [q1, q3] = quartiles(rows, j);
        lower.push(q1 - k * (q3 - q1));
        upper.push(q3 + k * (q3 - q1));
        inverse.push(q3 > q1 ? 1 / (q3 - q1) : standard.inverse[j]);
        context.onProgress?.((j + 1) / x.columns.length);
      }
      return fromIqrState({ kind: "iqr", columns: [...x.columns], lower, upper, inverse });
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
 * const fences = { lower: [0], upper: [4], inverse: [0.5] };
 * const fitted = fromIqrState({ kind: "iqr", columns: ["kwh"], ...fences });
 * assert.deepEqual([...fitted.anomalyScores(matrix(["kwh"], [6, NaN]))], [1, 0]);
 * ```
 */
export function fromIqrState(state: IqrState): FittedDetector<IqrState> {
  return {
    name: state.kind,
    anomalyScores(x) {
      const rows = scoringRows(x, state.columns);
      return distancesOutside(rows, state);
    },
    toOnnx: (graph, features) => exportIqr(graph, features, state),
    toJSON: () => state,
  };
}

function distancesOutside(x: Matrix, { lower, upper, inverse }: IqrState): Float64Array {
  const width = x.columns.length;
  const scores = new Float64Array(x.rows);
  for (let i = 0, at = 0; i < x.rows; i++) {
    for (let j = 0; j < width; j++) {
      const value = x.values[at++];
      // Neither comparison holds for NaN.
      if (value < lower[j]) scores[i] += (lower[j] - value) * inverse[j];
      else if (value > upper[j]) scores[i] += (value - upper[j]) * inverse[j];
    }
  }
  return scores;
}

/** A column without values has its fences at 0 and, as its inverse is 0, no say. */
function quartiles(x: Matrix, column: number): [number, number] {
  const sorted = columnValues(x, column).sort();
  return sorted.length === 0 ? [0, 0] : [quantile(sorted, 0.25), quantile(sorted, 0.75)];
}
