/** The options of an evaluation, and what they choose. */
import { type ParsedOptions, UsageError } from "../command.ts";
import { type Protocol, protocols } from "../evaluation/folds.ts";
import type { ThresholdChoice } from "../evaluation/threshold_choice.ts";
import { SEED_OPTION } from "./data_options.ts";
import { DETECTOR_OPTIONS } from "./detector_options.ts";

/** The thresholds to choose from, each with the number that the product works with. */
const THRESHOLDS = {
  quantile: { rule: "quantile", contamination: 0.01 },
  alert_rate: { rule: "alert_rate", alerts_per_week: 1 },
  f_beta: { rule: "f_beta", beta: 1 },
} as const;

/** Options of `deno task evaluate`. */
export const EVALUATION_OPTIONS = {
  lead: {
    type: "string",
    placeholder: "FILE",
    description: "CSV file of the LEAD dataset or a part of it: anomalies that people marked",
  },
  injected: {
    type: "string",
    placeholder: "FOLDER",
    description: "Mirror with the Cambridge meters: faults are injected into them",
  },
  tabular: {
    type: "string",
    placeholder: "FILE",
    description: "CSV file of numbers with a column label, plain or gzipped",
  },
  ...DETECTOR_OPTIONS,
  protocol: {
    type: "string",
    placeholder: "NAME",
    description: `How meters are divided: ${Object.keys(protocols).join(", ")} ` +
      "(default: leave-one-out for --lead, folds for --injected)",
  },
  until: {
    type: "string",
    placeholder: "DATE",
    description: "Use only readings of --injected before this date",
  },
  threshold: {
    type: "string",
    placeholder: "RULE",
    description: "How validation meters choose thresholds: quantile marks 1 % of their usual " +
      "hours, alert_rate reports one event a week, f_beta serves their labelled events best",
    default: "quantile",
  },
  alarms: {
    type: "string",
    placeholder: "RULE",
    description: "Count alarms in place of runs of hours as events: with least=2,window=3," +
      "suppress=24 one starts at 2 of 3 hours above the threshold, none in the 24 after its last; " +
      "hold=1 keeps it on an hour longer. f_beta chooses by alarms, too",
  },
  seed: SEED_OPTION,
} as const;

/** The parsed options of an evaluation. */
export type EvaluationOptions = ParsedOptions<typeof EVALUATION_OPTIONS>;

/**
 * The protocol that is named; where none is, every labelled building in turn, or folds of meters.
 *
 * @throws {UsageError} When the name is not that of a protocol.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(chosenProtocol({ protocol: undefined, lead: "lead.csv" }), "leave-one-out");
 * ```
 */
export function chosenProtocol(
  { protocol, lead }: Pick<EvaluationOptions, "protocol" | "lead">,
): Protocol {
  const name = protocol ?? (lead === undefined ? "folds" : "leave-one-out");
  if (Object.hasOwn(protocols, name)) return name as Protocol;
  throw new UsageError(
    `Cannot read --protocol: expected one of ${Object.keys(protocols).join(", ")}, got "${name}"`,
  );
}

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
export function chosenThreshold(
  { threshold }: Pick<EvaluationOptions, "threshold">,
): ThresholdChoice {
  if (Object.hasOwn(THRESHOLDS, threshold)) return THRESHOLDS[threshold as keyof typeof THRESHOLDS];
  throw new UsageError(
    `Cannot read --threshold: expected one of ${
      Object.keys(THRESHOLDS).join(", ")
    }, got "${threshold}"`,
  );
}
