/** What a version must keep to, to get an alias. */

/** The figures by which versions are compared; all are better when higher. */
export const judgedFigures = [
  "event_precision",
  "event_recall",
  "event_f1",
  "average_precision",
] as const;

/** The name of such a figure. */
export type JudgedFigure = (typeof judgedFigures)[number];

/** Limits of the gates, and what was declared beforehand. */
export interface PromotionTerms {
  /** Largest difference between ONNX model and detectors. */
  readonly maxParityDiff: number;
  /** Largest `model.onnx`, bytes. */
  readonly maxModelBytes: number;
  /** Longest time to score a batch of 1000 rows, milliseconds. */
  readonly maxScoringMs: number;
  /** By how much each figure may be lower than that of the version before. */
  readonly maxFall: Readonly<Record<JudgedFigure, number>>;
  /** Whether inputs or outputs are meant to change. */
  readonly signatureMayChange: boolean;
  /** Whether the version is known to have been judged on other rows than the one before. */
  readonly dataMayDiffer: boolean;
}

/**
 * The same margin for every figure.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(sameMargin(0.05).event_recall, 0.05);
 * ```
 */
export function sameMargin(margin: number): PromotionTerms["maxFall"] {
  return {
    event_precision: margin,
    event_recall: margin,
    event_f1: margin,
    average_precision: margin,
  };
}

/**
 * What applies where nothing else is said. Scores are float32 in [0, 1], so that 1e-5 is rounding.
 * Size, time and margin are a choice: what serves the model and who reads its alerts may need others.
 */
export const defaultTerms: PromotionTerms = {
  maxParityDiff: 1e-5,
  maxModelBytes: 50_000_000,
  maxScoringMs: 1_000,
  maxFall: sameMargin(0.02),
  signatureMayChange: false,
  dataMayDiffer: false,
};
