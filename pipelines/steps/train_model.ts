/** Fits the ensemble, chooses its threshold and turns both into one ONNX model. */
import {
  detectors,
  ensembleToOnnx,
  fitEnsemble,
  type FittedEnsemble,
  type Matrix,
  quantileThreshold,
} from "../../models/mod.ts";
import { openSession, type ScoringSession } from "../../models/onnx/session.ts";
import type { Progress } from "../progress.ts";
import { measureParity } from "./measure_parity.ts";
import { type NamedScores, scoreRows } from "./score_rows.ts";

/** The detectors that speak in the model, by name. */
const MEMBERS = ["z_score", "iqr", "isolation_forest", "one_class_svm", "dbscan"] as const;

/** What decides a model beside its rows. */
export interface TrainModelOptions {
  readonly seed: number;
  /** Share of the validation hours that the threshold marks. */
  readonly contamination: number;
}

/** A model ready to be evaluated and registered. */
export interface TrainedModel {
  readonly ensemble: FittedEnsemble;
  readonly onnx: Uint8Array<ArrayBuffer>;
  /** Runs `onnx`; holds native memory until it is closed. */
  readonly session: ScoringSession;
  readonly threshold: number;
  /** Scores on the validation rows, from which thresholds are chosen. */
  readonly validation: NamedScores;
  /** Largest difference between the scores of the ONNX model and of the detectors. */
  readonly parityMaxAbsDiff: number;
}

/**
 * Trains on the rows of the training meters; the rows of the validation meters calibrate the
 * detectors, and the threshold is a quantile of the scores on them. Labels are not used.
 */
export async function trainModel(
  train: Matrix,
  validation: Matrix,
  { seed, contamination }: TrainModelOptions,
  progress: Progress,
): Promise<TrainedModel> {
  const ensemble = await progress.step(
    "fit",
    (onProgress) =>
      fitEnsemble(train, validation, MEMBERS.map((name) => ({ detector: detectors[name]() })), {
        seed,
        onProgress,
      }),
  );
  return await progress.step("export", async (onProgress) => {
    // The scores do not depend on the threshold, so a first graph may have any.
    const draft = await openSession(ensembleToOnnx(ensemble, 1));
    const scores = await scoreRows(draft, validation, seed, onProgress);
    await draft.close();
    const threshold = quantileThreshold(Float64Array.from(scores.ensemble), contamination).value;
    const onnx = ensembleToOnnx(ensemble, threshold);
    const session = await openSession(onnx);
    return {
      ensemble,
      onnx,
      session,
      threshold,
      validation: scores,
      parityMaxAbsDiff: await measureParity(ensemble, session, validation),
    };
  });
}
