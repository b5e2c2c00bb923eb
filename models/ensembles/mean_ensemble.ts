/** Several detectors that speak with one voice. */

import type { Detector, FitContext, FittedDetector } from "../detectors/detector.ts";
import { type DetectorState, restoreDetector } from "../detectors/mod.ts";
import { pause } from "../detectors/pause.ts";
import { sampleRows, trainingRows } from "../detectors/training_rows.ts";
import { type Matrix, requireColumns } from "../matrix.ts";
import { deriveSeed } from "../random.ts";
import { calibrate, type Calibration, fitCalibration } from "./calibration.ts";

/** Share of a member's progress that is its fit; the rest is its calibration. */
const FIT_SHARE = 0.8;
/** Held-out rows scored at most: as many tell the rarest tail a threshold is set in. */
const CALIBRATION_ROWS = 50_000;

/** A detector in an ensemble, with the map of its scores to [0, 1]. */
export interface EnsembleMember {
  readonly name: string;
  readonly detector: FittedDetector;
  readonly calibration: Calibration;
}

/** What a fitted ensemble is as JSON. */
export interface EnsembleState {
  readonly kind: "mean_ensemble";
  readonly columns: readonly string[];
  readonly members: readonly {
    readonly name: string;
    readonly detector: DetectorState;
    readonly calibration: Calibration;
  }[];
}

/** Fitted detectors whose calibrated scores are averaged. */
export interface FittedEnsemble {
  readonly columns: readonly string[];
  readonly members: readonly EnsembleMember[];
  /**
   * Calibrated scores in [0, 1], rows × members, row-major.
   *
   * @throws {TypeError} When the columns are not those of the fit.
   */
  memberScores(x: Matrix): Float64Array;
  /**
   * One score in [0, 1] per row, higher = more anomalous: the mean over the members. Members take
   * a missing value for a usual one, so a row without any value scores low.
   *
   * @throws {TypeError} When the columns are not those of the fit.
   */
  anomalyScores(x: Matrix): Float64Array;
  /** What becomes an EnsembleState in JSON. */
  toJSON(): unknown;
}

/**
 * Fits each detector to the rows, with a seed of its own, and calibrates it on held-out ones: a
 * detector knows its own training rows, so to their quantiles every other row would look odd.
 * Depends on the sets of rows and the seed alone, not on the order of the rows.
 *
 * @param x Rows of the training meters.
 * @param heldOut Rows of other meters, taken for usual; a sample of at most 50,000 is used.
 * @throws {TypeError} When the held-out rows have other columns.
 * @throws {RangeError} When there are no detectors, two share a name, there are no held-out rows,
 * or a detector cannot be fitted to the rows.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../detectors/mod.ts";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh"], [1, 2, 3, 4, 5]);
 * const heldOut = matrix(["kwh"], [2, 3, 4]);
 * const members = [detectors.iqr(), detectors.z_score()];
 * const ensemble = await fitMeanEnsemble(x, heldOut, members, { seed: 7 });
 * const [usual, odd] = ensemble.anomalyScores(matrix(["kwh"], [3, 50]));
 * assert.ok(usual === 0 && odd > 0.95);
 * ```
 */
export async function fitMeanEnsemble(
  x: Matrix,
  heldOut: Matrix,
  detectors: readonly Detector[],
  { onProgress, ...context }: FitContext,
): Promise<FittedEnsemble> {
  requireDistinct(detectors);
  requireColumns(heldOut, x.columns);
  if (heldOut.rows === 0) throw new RangeError("Cannot calibrate an ensemble on zero rows");
  const seed = deriveSeed(context.seed, "calibration");
  const sample = sampleRows(trainingRows(heldOut, context), CALIBRATION_ROWS, seed);
  const members: EnsembleMember[] = [];
  for (const detector of detectors) {
    await pause(context.signal);
    const done = members.length;
    const fitted = await detector.fit(x, {
      ...context,
      seed: deriveSeed(context.seed, detector.name),
      onProgress: (share) => onProgress?.((done + FIT_SHARE * share) / detectors.length),
    });
    const calibration = fitCalibration(fitted.anomalyScores(sample));
    members.push({ name: detector.name, detector: fitted, calibration });
    onProgress?.(members.length / detectors.length);
  }
  return meanEnsemble([...x.columns], members);
}

/**
 * The fitted ensemble a state describes.
 *
 * @throws {RangeError} When a member's kind is unknown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../detectors/mod.ts";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh"], [1, 2, 3, 4, 5]);
 * const ensemble = await fitMeanEnsemble(x, x, [detectors.iqr()], { seed: 7 });
 * const restored = restoreMeanEnsemble(JSON.parse(JSON.stringify(ensemble)));
 * assert.deepEqual(restored.anomalyScores(x), ensemble.anomalyScores(x));
 * ```
 */
export function restoreMeanEnsemble({ columns, members }: EnsembleState): FittedEnsemble {
  return meanEnsemble(
    columns,
    members.map((member) => ({ ...member, detector: restoreDetector(member.detector) })),
  );
}

function meanEnsemble(
  columns: readonly string[],
  members: readonly EnsembleMember[],
): FittedEnsemble {
  function memberScores(x: Matrix): Float64Array {
    requireColumns(x, columns);
    const scores = new Float64Array(x.rows * members.length);
    members.forEach(({ detector, calibration }, m) => {
      const calibrated = calibrate(calibration, detector.anomalyScores(x));
      calibrated.forEach((score, row) => scores[row * members.length + m] = score);
    });
    return scores;
  }

  function anomalyScores(x: Matrix): Float64Array {
    const means = new Float64Array(x.rows);
    memberScores(x).forEach((score, at) => means[Math.floor(at / members.length)] += score);
    return means.map((sum) => sum / members.length);
  }

  const toJSON = () => ({ kind: "mean_ensemble", columns, members });
  return { columns, members, memberScores, anomalyScores, toJSON };
}

function requireDistinct(detectors: readonly Detector[]): void {
  if (detectors.length === 0) throw new RangeError("Cannot fit an ensemble without detectors");
  const names = detectors.map(({ name }) => name);
  if (new Set(names).size !== names.length) {
    throw new RangeError(
      `Cannot fit an ensemble as detectors must have different names: current value is ${
        names.join(", ")
      }`,
    );
  }
}
