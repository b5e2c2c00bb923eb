/** Fitting an ensemble: each detector on its columns, calibrated and combined on held-out rows. */

import type { Detector, FitContext } from "../detectors/detector.ts";
import type { DetectorSpec } from "../detectors/detector_spec.ts";
import { type Matrix, requireColumns } from "../matrix.ts";
import { deriveSeed } from "../random.ts";
import { calibrate, fitCalibration } from "./calibration.ts";
import { combineRows } from "./combiners/combine_rows.ts";
import type { Combiner } from "./combiners/combiner.ts";
import { mean } from "./combiners/mean.ts";
import { fitMembers } from "./fit_members.ts";
import { heldOutSample } from "./held_out_sample.ts";
import type { Probability } from "./probabilities/probability.ts";
import { ensembleOf, type FittedEnsemble, type FittedMember } from "./ensemble.ts";

/** A detector that is to stand in an ensemble. */
export interface EnsembleMember {
  /** The detector, or its name and options, which is what a worker can take. */
  readonly detector: Detector | DetectorSpec;
  /** The columns it reads, in this order. @default {every column of the rows} */
  readonly columns?: readonly string[];
  /** Its name, unique in the ensemble. @default {the detector's name} */
  readonly name?: string;
}

/** What the fit of an ensemble may know beside its rows. */
export interface FitEnsembleOptions extends FitContext {
  /** How the members come to one score. @default {mean()} */
  readonly combiner?: Combiner;
  /** What makes the combined score a chance, from labels. @default {the score stays as it is} */
  readonly probability?: Probability;
  /** One 0 or 1 per held-out row; only supervised combiners and probabilities read them. */
  readonly heldOutLabels?: Uint8Array;
  /** Threads that fit members side by side; 0 fits them here, one after another. @default {0} */
  readonly workers?: number;
}

/**
 * Fits each detector to its columns of the rows, one that knows no labels to those not labelled
 * anomalous, with a seed of its own, and calibrates it on
 * held-out ones: a detector knows its own training rows, so to their quantiles every other row
 * would look odd. The combiner and the probability learn from the calibrated scores of the same
 * held-out rows, so figures on those rows flatter what learns from labels. Depends on the sets of
 * rows and the seed alone, not on the order of the rows or the number of workers.
 *
 * @param x Rows of the training meters.
 * @param heldOut Rows of other meters, taken for usual unless labelled anomalous; a sample of at
 *   most 50,000 is used.
 * @throws {TypeError} When the held-out rows have other columns.
 * @throws {RangeError} When there are no members, two share a name, a member reads a column that
 * the rows lack, there are no held-out rows, a detector cannot be fitted to the rows, the combiner
 * cannot combine these members, labels of the held-out rows are wanted and missing, not one per row
 * or neither 0 nor 1, or a detector that is no plain data is to be fitted in a worker.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../detectors/mod.ts";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh", "hour"], [1, 0, 2, 1, 3, 2, 4, 3, 5, 4]);
 * const members = [
 *   { detector: detectors.iqr(), columns: ["kwh"] },
 *   { detector: detectors.z_score() },
 * ];
 * const ensemble = await fitEnsemble(x, x, members, { seed: 7 });
 * const [usual, odd] = ensemble.anomalyScores(matrix(["kwh", "hour"], [3, 2, 50, 2]));
 * assert.ok(usual === 0 && odd > 0.95);
 * ```
 */
export async function fitEnsemble(
  x: Matrix,
  heldOut: Matrix,
  members: readonly EnsembleMember[],
  options: FitEnsembleOptions,
): Promise<FittedEnsemble> {
  const { combiner = mean(), probability, heldOutLabels, workers = 0, onProgress, ...context } =
    options;
  const names = distinctNames(members);
  requireColumns(heldOut, x.columns);
  if (heldOut.rows === 0) throw new RangeError("Cannot calibrate an ensemble on zero rows");
  const labelled = combiner.supervised || probability !== undefined;
  if (labelled && !heldOutLabels) {
    throw new RangeError("Cannot fit an ensemble: expected labels of the held-out rows, got none");
  }
  const { rows: sample, labels } = heldOutSample(heldOut, heldOutLabels, context);
  const tasks = members.map(({ detector, columns = x.columns }, m) => ({
    detector,
    columns: [...columns],
    seed: deriveSeed(context.seed, names[m]),
  }));
  const rows = { x, heldOut: sample, labels: context.labels };
  const fits = await fitMembers(rows, tasks, { workers, signal: context.signal, onProgress });
  const scores = new Float64Array(sample.rows * members.length);
  const fittedMembers = fits.map((fit, m): FittedMember => {
    const usual = labels ? fit.scores.filter((_, row) => labels[row] === 0) : fit.scores;
    const calibration = fitCalibration(usual);
    calibrate(calibration, fit.scores).forEach((score, row) =>
      scores[row * members.length + m] = score
    );
    return { name: names[m], columns: tasks[m].columns, detector: fit.detector, calibration };
  });
  const fittedCombiner = await combiner.fit(
    { members: names, rows: sample.rows, values: scores },
    { seed: deriveSeed(context.seed, "combiner"), labels, signal: context.signal },
  );
  const map = labels &&
    probability?.fit(combineRows(fittedCombiner, scores, members.length), labels);
  onProgress?.(1);
  return ensembleOf({
    columns: [...x.columns],
    members: fittedMembers,
    combiner: fittedCombiner,
    probability: map,
  });
}

function distinctNames(members: readonly EnsembleMember[]): string[] {
  if (members.length === 0) throw new RangeError("Cannot fit an ensemble without members");
  const names = members.map(({ name, detector }) => name ?? detector.name);
  if (new Set(names).size !== names.length) {
    throw new RangeError(
      `Cannot fit an ensemble as members must have different names: current value is ${
        names.join(", ")
      }`,
    );
  }
  return names;
}
