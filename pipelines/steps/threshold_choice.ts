/** How an evaluation chooses thresholds: a named rule on the rows of validation meters. */
import {
  type AlarmRule,
  type LabelledValidationRows,
  type Threshold,
  thresholds,
  type ValidationRows,
} from "../../models/mod.ts";

/** A rule with its number; plain data. */
export type ThresholdChoice =
  /** Marks this share of the usual hours. */
  | { readonly rule: "quantile"; readonly contamination: number }
  /** Reports so many events per meter and week of usual hours. */
  | { readonly rule: "alert_rate"; readonly alerts_per_week: number }
  /** Serves the labelled events best: the labels of the validation meters are used. */
  | { readonly rule: "f_beta"; readonly beta: number };

/** The rows of the validation meters, without scores. */
export interface ValidationSides {
  /** Hours taken for usual. */
  readonly usual: Omit<ValidationRows, "scores">;
  /** Hours with a truth. */
  readonly labelled: Omit<LabelledValidationRows, "scores">;
}

/**
 * The threshold of a scorer by its scores on both sides.
 *
 * @param alarms What makes alarms of its hours: `f_beta` counts those in place of runs of hours, the
 * other rules do not know of them.
 * @throws {RangeError} When the rule cannot choose, such as by events where none is labelled.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rows = { meterIds: ["a", "a"], ts: Float64Array.of(0, 3_600_000) };
 * const sides = { usual: rows, labelled: { ...rows, labels: Uint8Array.of(0, 1) } };
 * const scores = { usual: Float64Array.of(1, 2), labelled: Float64Array.of(1, 5) };
 * assert.equal(chooseThreshold({ rule: "quantile", contamination: 0.5 }, sides, scores).value, 2);
 * assert.equal(chooseThreshold({ rule: "f_beta", beta: 1 }, sides, scores).value, 5);
 * ```
 */
export function chooseThreshold(
  choice: ThresholdChoice,
  { usual, labelled }: ValidationSides,
  scores: { readonly usual: Float64Array; readonly labelled: Float64Array },
  alarms?: AlarmRule,
): Threshold {
  switch (choice.rule) {
    case "quantile":
      return thresholds.quantile(scores.usual, choice.contamination);
    case "alert_rate":
      return thresholds.alert_rate({ ...usual, scores: scores.usual }, choice.alerts_per_week);
    case "f_beta": {
      const rows = { ...labelled, scores: scores.labelled };
      return alarms
        ? thresholds.alarm_f_beta(rows, { beta: choice.beta, alarms })
        : thresholds.f_beta(rows, choice.beta);
    }
  }
}

/**
 * A choice in words.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(
 *   choiceText({ rule: "quantile", contamination: 0.01 }),
 *   "marks 1 % of the validation meters' usual hours",
 * );
 * ```
 */
export function choiceText(choice: ThresholdChoice): string {
  switch (choice.rule) {
    case "quantile":
      return `marks ${100 * choice.contamination} % of the validation meters' usual hours`;
    case "alert_rate":
      return `reports ${choice.alerts_per_week} events per meter and week of the validation ` +
        "meters' usual hours";
    case "f_beta":
      return `has the highest F-${choice.beta} of events by the labels of the validation meters`;
  }
}
