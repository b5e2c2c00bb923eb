/** Fitting an ensemble: each detector on its columns, calibrated and combined on held-out rows. */

import type { Detector, FitContext } from "../detectors/detector.ts";
import { pause } from "../detectors/pause.ts";
import { trainingOrder } from "../detectors/training_rows.ts";
import { type Matrix, requireColumns, selectColumns, selectRows } from "../matrix.ts";
import { deriveSeed, random } from "../random.ts";
import { sampleIndices } from "../sample.ts";
import { calibrate, fitCalibration } from "./calibration.ts";
import { combineRows } from "./combiners/combine_rows.ts";
import type { Combiner } from "./combiners/combiner.ts";
import { mean } from "./combiners/mean.ts";
import type { Probability } from "./probabilities/probability.ts";
import { ensembleOf, type FittedEnsemble, type FittedMember } from "./ensemble.ts";

/** Share of a member's progress that is its fit; the rest is its calibration. */
const FIT_SHARE = 0.8;
/** Held-out rows scored at most: as many tell the rarest tail a threshold is set in. */
const CALIBRATION_ROWS = 50_000;

/** A detector that is to stand in an ensemble. */
export interface EnsembleMember {
  readonly detector: Detector;
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
}

/**
 * Fits each detector to its columns of the rows, with a seed of its own, and calibrates it on
 * held-out ones: a detector knows its own training rows, so to their quantiles every other row
 * would look odd. The combiner and the probability learn from the calibrated scores of the same
 * held-out rows, so figures on those rows flatter what learns from labels. Depends on the sets of rows and the
 * seed alone, not on the order of the rows.
 *
 * @param x Rows of the training meters.
 * @param heldOut Rows of other meters, taken for usual; a sample of at most 50,000 is used.
 * @throws {TypeError} When the held-out rows have other columns.
 * @throws {RangeError} When there are no members, two share a name, a member reads a column that
 * the rows lack, there are no held-out rows, a detector cannot be fitted to the rows, the combiner
 * cannot combine these members, or labels are wanted that are missing, not one per held-out row or
 * neither 0 nor 1.
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
  { combiner = mean(), probability, heldOutLabels, onProgress, ...context }: FitEnsembleOptions,
): Promise<FittedEnsemble> {
  const names = distinctNames(members);
  requireColumns(heldOut, x.columns);
  if (heldOut.rows === 0) throw new RangeError("Cannot calibrate an ensemble on zero rows");
  if (heldOutLabels || combiner.supervised || probability) requireLabels(heldOut, heldOutLabels);
  const { rows: sample, labels } = drawRows(heldOut, heldOutLabels, context);
  const scores = new Float64Array(sample.rows * members.length);
  const fittedMembers: FittedMember[] = [];
  for (const [m, { detector, columns = x.columns }] of members.entries()) {
    await pause(context.signal);
    const fitted = await detector.fit(selectColumns(x, columns), {
      ...context,
      seed: deriveSeed(context.seed, names[m]),
      onProgress: (share) => onProgress?.((m + FIT_SHARE * share) / members.length),
    });
    const raw = fitted.anomalyScores(selectColumns(sample, columns));
    const calibration = fitCalibration(raw);
    calibrate(calibration, raw).forEach((score, row) => scores[row * members.length + m] = score);
    fittedMembers.push({ name: names[m], columns: [...columns], detector: fitted, calibration });
  }
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

/** The held-out rows in use, and their labels if there are any. */
function drawRows(
  heldOut: Matrix,
  labels: Uint8Array | undefined,
  context: FitContext,
): { readonly rows: Matrix; readonly labels?: Uint8Array } {
  const order = trainingOrder(heldOut, context, labels);
  const draw = random(deriveSeed(context.seed, "calibration"));
  const drawn = sampleIndices(heldOut.rows, CALIBRATION_ROWS, draw).map((at) => order[at]);
  return {
    rows: selectRows(heldOut, drawn),
    labels: labels && Uint8Array.from(drawn, (row) => labels[row]),
  };
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

function requireLabels({ rows }: Matrix, labels: Uint8Array | undefined): void {
  if (labels?.length !== rows) {
    throw new RangeError(
      `Cannot fit an ensemble: expected ${rows} labels of held-out rows, got ${
        labels?.length ?? 0
      }`,
    );
  }
  const other = labels.find((label) => label > 1);
  if (other !== undefined) {
    throw new RangeError(`Cannot fit an ensemble: expected labels of 0 and 1, got ${other}`);
  }
}
