/** The contract of every detector: what it takes, what it gives, what it promises. */

import type { Matrix } from "../matrix.ts";
import type { OnnxGraph } from "../onnx/graph.ts";

/** What a fit may know beside its rows. */
export interface FitContext {
  /** Seed of all chance in the fit: same rows, same seed, same state. */
  readonly seed: number;
  /** One 0 or 1 per row; only supervised detectors read them. */
  readonly labels?: Uint8Array;
  /**
   * Stops the fit between two of its steps. A fit that promises its result pauses for it, so that a
   * timer or a request can stop it; one that gives it at once can be stopped in a progress call.
   */
  readonly signal?: AbortSignal;
  /** Called with the done share of the fit, from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * A way to tell usual rows from unusual ones.
 *
 * A fit depends on the set of rows and the seed alone, never on the order of the rows, and does
 * not change its input. It throws a RangeError on zero rows or an infinite value.
 */
export interface Detector {
  /** Snake-case name, unique among the detectors. */
  readonly name: string;
  /** What a missing value does in fit and scoring, in one sentence. */
  readonly nanPolicy: string;
  /** Columns it cannot do without; a fit to rows that lack one throws a RangeError. */
  readonly requires?: readonly string[];
  /** Whether a fit reads `labels`; without them such a fit throws a RangeError. */
  readonly supervised?: boolean;
  fit(x: Matrix, context: FitContext): FittedDetector | Promise<FittedDetector>;
}

/**
 * A detector that has seen its training rows.
 *
 * The sign: higher is more anomalous, as in PyOD. scikit-learn's `score_samples` and
 * `decision_function` run the other way: our isolation forest score is minus its `score_samples`,
 * our one-class SVM score is minus its `decision_function`. A score is no label: where the line
 * lies is a threshold's business.
 *
 * @typeParam State Plain JSON data from which the detector can be restored.
 */
export interface FittedDetector<State = unknown> {
  /** Name of the detector that was fitted. */
  readonly name: string;
  /**
   * One finite score per row, which depends on that row alone; an infinite value counts as the
   * largest float32 of its sign.
   *
   * @throws {TypeError} When the columns are not those of the fit.
   */
  anomalyScores(x: Matrix): Float64Array;
  /**
   * Adds the computation of the raw scores to a graph.
   *
   * @param features Name of a double [N, F] tensor, missing values still NaN.
   * @returns Name of a double [N, 1] tensor.
   */
  toOnnx(graph: OnnxGraph, features: string): string;
  toJSON(): State;
}
