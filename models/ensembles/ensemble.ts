/** Several fitted detectors that speak with one voice. */

import type { FittedDetector } from "../detectors/detector.ts";
import { type DetectorState, restoreDetector } from "../detectors/mod.ts";
import { type Matrix, requireColumns, selectColumns } from "../matrix.ts";
import { calibrate, type Calibration } from "./calibration.ts";
import { combineRows } from "./combiners/combine_rows.ts";
import type { FittedCombiner } from "./combiners/combiner.ts";
import { type CombinerState, restoreCombiner } from "./combiners/mod.ts";
import { type ProbabilityState, restoreProbability } from "./probabilities/mod.ts";
import type { ProbabilityMap } from "./probabilities/probability.ts";

/** A fitted detector in an ensemble, with the map of its scores to [0, 1]. */
export interface FittedMember {
  readonly name: string;
  /** The columns of the ensemble that it reads, in its own order. */
  readonly columns: readonly string[];
  readonly detector: FittedDetector;
  readonly calibration: Calibration;
}

/** What a fitted ensemble is as JSON. */
export interface EnsembleState {
  readonly kind: "ensemble";
  readonly columns: readonly string[];
  readonly combiner: CombinerState;
  readonly probability?: ProbabilityState;
  readonly members: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly detector: DetectorState;
    readonly calibration: Calibration;
  }[];
}

/** What an ensemble is made of. */
export interface EnsembleParts {
  readonly columns: readonly string[];
  readonly members: readonly FittedMember[];
  readonly combiner: FittedCombiner;
  /** Turns what the combiner says into the chance of an anomaly. */
  readonly probability?: ProbabilityMap;
}

/** Fitted detectors whose calibrated scores are combined. */
export interface FittedEnsemble extends EnsembleParts {
  /**
   * Calibrated scores in [0, 1], rows × members, row-major.
   *
   * @throws {TypeError} When the columns are not those of the fit.
   */
  memberScores(x: Matrix): Float64Array;
  /**
   * One score in [0, 1] per row, higher = more anomalous; a chance where a map to probabilities
   * comes last. Members take a missing value for a usual
   * one, so a row without any value scores low.
   *
   * @throws {TypeError} When the columns are not those of the fit.
   */
  anomalyScores(x: Matrix): Float64Array;
  /** What becomes an EnsembleState in JSON. */
  toJSON(): unknown;
}

/**
 * The ensemble of fitted members: each reads its own columns, is calibrated by its own map, and the
 * combiner makes one score of all, which may become a probability.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { fromZScoreState } from "../detectors/z_score.ts";
 * import { matrix } from "../matrix.ts";
 * import { fromMeanState } from "./combiners/mean.ts";
 * const scaler = { center: [0], inverse: [1], clip: 1e6 };
 * const calibration = { knots: [0, 9.5], values: [0, 0.95], width: 1 };
 * const members = ["kwh", "change"].map((name) => ({
 *   name,
 *   columns: [name],
 *   detector: fromZScoreState({ kind: "z_score", columns: [name], scaler }),
 *   calibration,
 * }));
 * const combiner = fromMeanState({ kind: "mean" });
 * const ensemble = ensembleOf({ columns: ["kwh", "change"], members, combiner });
 * assert.deepEqual([...ensemble.anomalyScores(matrix(["kwh", "change"], [0, -9.5]))], [0.475]);
 * ```
 */
export function ensembleOf(parts: EnsembleParts): FittedEnsemble {
  const { columns, members, combiner, probability } = parts;
  const width = members.length;

  function memberScores(x: Matrix): Float64Array {
    requireColumns(x, columns);
    const scores = new Float64Array(x.rows * width);
    members.forEach((member, m) => {
      const own = selectColumns(x, member.columns);
      const calibrated = calibrate(member.calibration, member.detector.anomalyScores(own));
      calibrated.forEach((score, row) => scores[row * width + m] = score);
    });
    return scores;
  }

  function anomalyScores(x: Matrix): Float64Array {
    const combined = combineRows(combiner, memberScores(x), width);
    return probability ? combined.map(probability.probability) : combined;
  }

  const toJSON = () => ({ kind: "ensemble", columns, combiner, probability, members });
  return { ...parts, memberScores, anomalyScores, toJSON };
}

/**
 * The fitted ensemble a state describes.
 *
 * @throws {RangeError} When the kind of a part is unknown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../detectors/mod.ts";
 * import { matrix } from "../matrix.ts";
 * import { fitEnsemble } from "./fit_ensemble.ts";
 * const x = matrix(["kwh"], [1, 2, 3, 4, 5]);
 * const ensemble = await fitEnsemble(x, x, [{ detector: detectors.iqr() }], { seed: 7 });
 * const restored = restoreEnsemble(JSON.parse(JSON.stringify(ensemble)));
 * assert.deepEqual(restored.anomalyScores(x), ensemble.anomalyScores(x));
 * ```
 */
export function restoreEnsemble(state: EnsembleState): FittedEnsemble {
  const { columns, members, combiner, probability } = state;
  return ensembleOf({
    columns,
    members: members.map((member) => ({ ...member, detector: restoreDetector(member.detector) })),
    combiner: restoreCombiner(combiner),
    probability: probability && restoreProbability(probability),
  });
}
