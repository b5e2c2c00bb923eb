/** The option that chooses how thresholds are chosen. */
import { UsageError } from "../command.ts";
import type { ThresholdChoice } from "../steps/threshold_choice.ts";

/** The rules to choose from, each with the number that the product works with. */
const THRESHOLDS = {
  quantile: { rule: "quantile", contamination: 0.01 },
  alert_rate: { rule: "alert_rate", alerts_per_week: 1 },
  f_beta: { rule: "f_beta", beta: 1 },
} as const;

/** The option without a default. */
export const THRESHOLD_OPTION = {
  type: "string",
  placeholder: "RULE",
  description: "How validation meters choose thresholds: quantile marks 1 % of their usual " +
    "hours, alert_rate reports one event a week, f_beta serves their labelled events best",
} as const;

/**
 * The rule that is named, with its number.
 *
 * @throws {UsageError} When the name is not that of a rule.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(chosenThreshold({ threshold: "f_beta" }), { rule: "f_beta", beta: 1 });
 * ```
 */
export function chosenThreshold({ threshold }: { readonly threshold: string }): ThresholdChoice {
  if (Object.hasOwn(THRESHOLDS, threshold)) return THRESHOLDS[threshold as keyof typeof THRESHOLDS];
  throw new UsageError(
    `Cannot read --threshold: expected one of ${
      Object.keys(THRESHOLDS).join(", ")
    }, got "${threshold}"`,
  );
}
