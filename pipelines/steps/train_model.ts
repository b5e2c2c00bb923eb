/** Fits the ensemble, chooses its threshold and turns both into one ONNX model. */
import {
  combiners,
  detectors,
  ensembleToOnnx,
  fitEnsemble,
  type FittedEnsemble,
  type Matrix,
} from "../../models/mod.ts";
import { openSession, type ScoringSession } from "../../models/onnx/session.ts";
import { type FeatureRows, RESIDUAL_INPUTS } from "../features/mod.ts";
import type { Progress } from "../progress.ts";
import { evidentHours } from "./evident_hours.ts";
import { faultDetector } from "./fault_detector.ts";
import { measureParity } from "./measure_parity.ts";
import { type NamedScores, scoreRows } from "./score_rows.ts";
import type { TaughtRows } from "./taught_rows.ts";
import { chooseThreshold, type ThresholdChoice, type ValidationSides } from "./threshold_choice.ts";

/** The detectors that speak in the model: one learns from faults, the others from usual hours. */
const FAULT_DETECTOR = faultDetector();
const MEMBERS = [
  ...(["z_score", "iqr", "isolation_forest", "one_class_svm", "dbscan"] as const)
    .map((name) => ({ detector: detectors[name](), columns: RESIDUAL_INPUTS })),
  { detector: FAULT_DETECTOR },
];

/** Rows of which some are faulty. */
export interface LabelledRows {
  readonly x: Matrix;
  /** 1 where a fault made the row wrong, else 0. */
  readonly label: Uint8Array;
  /** Number of the fault. */
  readonly fault: Int32Array;
}

/** The rows that a model comes of, all with the same columns. */
export interface ModelRows {
  /** Of training meters: the detectors learn from them. */
  readonly train: Pick<TaughtRows, "x" | "fault">;
  /** Of validation meters, with faults: they say how far to trust which detector. */
  readonly validation: LabelledRows & Pick<FeatureRows, "meterIds" | "ts">;
  /** Of validation meters, as they are. */
  readonly usual: Pick<FeatureRows, "x" | "meterIds" | "ts">;
}

/** What decides a model beside its rows. */
export interface TrainModelOptions {
  readonly seed: number;
  /** How the validation meters choose the threshold. */
  readonly threshold: ThresholdChoice;
}

/** What is known of the validation meters, for thresholds. */
export interface ValidationScores {
  readonly sides: ValidationSides;
  readonly usual: NamedScores;
  readonly labelled: NamedScores;
}

/** A model ready to be evaluated and registered. */
export interface TrainedModel {
  readonly ensemble: FittedEnsemble;
  readonly onnx: Uint8Array<ArrayBuffer>;
  /** Runs `onnx`; holds native memory until it is closed. */
  readonly session: ScoringSession;
  readonly threshold: number;
  readonly validation: ValidationScores;
  /** Largest difference between the scores of the ONNX model and of the detectors. */
  readonly parityMaxAbsDiff: number;
}

/**
 * Fits the detectors to the rows of the training meters, those that know no labels to rows without
 * a fault; calibrates and weighs them on the validation meters, and chooses the threshold there. The
 * only labels are those of injected faults.
 */
export async function trainModel(
  { train, validation, usual }: ModelRows,
  { seed, threshold: choice }: TrainModelOptions,
  progress: Progress,
): Promise<TrainedModel> {
  const ensemble = await progress.step(
    "fit",
    async (onProgress) => {
      const { x, labels } = await evidentHours(FAULT_DETECTOR, train.x.columns, train, {
        seed,
        onProgress: (share) => onProgress(share / 3),
      });
      return await fitEnsemble(x, validation.x, MEMBERS, {
        seed,
        labels,
        heldOutLabels: validation.label,
        combiner: combiners.stacked(),
        onProgress: (share) => onProgress((1 + 2 * share) / 3),
      });
    },
  );
  return await progress.step("export", async (onProgress) => {
    // The scores do not depend on the threshold, so a first graph may have any.
    const draft = await openSession(ensembleToOnnx(ensemble, 1));
    const scores = {
      sides: {
        usual,
        labelled: { ...validation, labels: validation.label, events: validation.fault },
      },
      usual: await scoreRows(draft, usual.x, seed, (share) => onProgress(share / 2)),
      labelled: await scoreRows(draft, validation.x, seed, (share) => onProgress((1 + share) / 2)),
    };
    await draft.close();
    const { value: threshold } = chooseThreshold(choice, scores.sides, {
      usual: Float64Array.from(scores.usual.ensemble),
      labelled: Float64Array.from(scores.labelled.ensemble),
    });
    const onnx = ensembleToOnnx(ensemble, threshold);
    const session = await openSession(onnx);
    return {
      ensemble,
      onnx,
      session,
      threshold,
      validation: scores,
      parityMaxAbsDiff: await measureParity(ensemble, session, validation.x),
    };
  });
}
