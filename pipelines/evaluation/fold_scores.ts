/** What a scorer says of the rows of one fold, with the threshold it gets there. */
import { calibrate, fitCalibration, labelScores, type Threshold } from "../../models/mod.ts";
import { chancesOf } from "./chances.ts";

/** What kind of a scorer it is. */
export type ScorerKind = "detector" | "floor" | "ensemble";

/** One scorer on the judged rows of a fold. */
export interface FoldScores {
  readonly name: string;
  readonly kind: ScorerKind;
  /** Raw scores of the rows, higher = more anomalous. */
  readonly scores: Float64Array;
  /** Scores by the calibration on the validation meters' usual hours, in [0, 1]. */
  readonly calibrated: Float64Array;
  /** Chances of an anomaly by the labels of the validation meters; `null` where they cannot tell. */
  readonly chances: Float64Array | null;
  /** 1 where the score reaches the threshold. */
  readonly predicted: Uint8Array;
  readonly threshold: number;
  /** How long fit and scoring of the judged rows took, ms; 0 where it does not apply. */
  readonly fitMs: number;
  readonly scoreMs: number;
}

/** Scores of one scorer on all rows of a fold that it is asked about. */
export interface RawScores {
  /** On usual hours of the validation meters: calibration, and threshold by most rules. */
  readonly usual: Float64Array;
  /** On judged hours of the validation meters, for whatever learns from labels. */
  readonly labelled: Float64Array;
  readonly judged: Float64Array;
}

/** What the validation meters tell of scores. */
export interface FoldTruth {
  /** Chooses a threshold by the scores on the validation meters. */
  readonly choose: (scores: Pick<RawScores, "usual" | "labelled">) => Threshold;
  /** The truth of the rows of `labelled`. */
  readonly labels: Uint8Array;
}

/**
 * Calibrates the scores of a scorer on the usual hours, labels them by the threshold that is
 * chosen, and turns them into chances by the labels of the validation meters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const usual = Float64Array.from({ length: 10 }, (_, i) => i);
 * const raw = { usual, labelled: usual, judged: Float64Array.of(3, 9, 20) };
 * const truth = { choose: () => ({ rule: "by hand", value: 9 }), labels: new Uint8Array(10) };
 * const { predicted } = foldScores("told", "detector", raw, truth);
 * assert.deepEqual([...predicted], [0, 1, 1]);
 * ```
 */
export function foldScores(
  name: string,
  kind: ScorerKind,
  { usual, labelled, judged }: RawScores,
  { choose, labels }: FoldTruth,
  { fitMs, scoreMs } = { fitMs: 0, scoreMs: 0 },
): FoldScores {
  const threshold = choose({ usual, labelled });
  const calibration = fitCalibration(usual);
  const calibrated = calibrate(calibration, judged);
  return {
    name,
    kind,
    scores: judged,
    calibrated,
    chances: chancesOf(calibrate(calibration, labelled), labels, calibrated),
    predicted: labelScores(judged, threshold),
    threshold: threshold.value,
    fitMs,
    scoreMs,
  };
}
