/** The options of an evaluation, and what they choose. */
import { type ParsedOptions, UsageError } from "../command.ts";
import { type Protocol, protocols } from "../evaluation/folds.ts";
import { SEED_OPTION } from "./data_options.ts";
import { DETECTOR_OPTIONS } from "./detector_options.ts";
import { THRESHOLD_OPTION } from "./threshold_option.ts";

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
  drift: {
    type: "string",
    placeholder: "FOLDER",
    description: "Mirror with the Cambridge meters: how often meters are flagged as changed in " +
      "ordinary months, with load put on top and when the buildings closed",
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
  threshold: { ...THRESHOLD_OPTION, default: "quantile" },
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
