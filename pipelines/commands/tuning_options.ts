/** The options of a tuning, and what they choose. */
import {
  type SearchedDetector,
  type SearchMethodName,
  searchMethods,
  searchSpaces,
} from "../../models/mod.ts";
import { type ParsedOptions, UsageError } from "../command.ts";
import type { TuningBudget } from "../tuning/run_trials.ts";
import { SEED_OPTION } from "./data_options.ts";
import { EVALUATION_OPTIONS } from "./evaluation_options.ts";

/** Detectors that are quickly fitted and scored. */
const QUICK = "isolation_forest,half_space_trees,pca,dbscan";
const TRIALS = 60;

/** Options of `deno task tune`. */
export const TUNING_OPTIONS = {
  lead: EVALUATION_OPTIONS.lead,
  injected: EVALUATION_OPTIONS.injected,
  until: EVALUATION_OPTIONS.until,
  detectors: {
    type: "string",
    placeholder: "NAMES",
    description: `Detectors, separated by commas, among ${Object.keys(searchSpaces).join(", ")}`,
    default: QUICK,
  },
  search: {
    type: "string",
    placeholder: "NAME",
    description: `How options are searched: ${Object.keys(searchMethods).join(", ")}`,
    default: "tpe",
  },
  trials: {
    type: "number",
    description: `Trials in all, the defaults of each detector among them (default: ${TRIALS})`,
    whole: true,
    min: 1,
  },
  seconds: {
    type: "number",
    description: "In place of --trials: no trial begins after so much time in trials",
    min: 0,
  },
  seed: SEED_OPTION,
} as const;

/** The parsed options of a tuning. */
export type TuningOptions = ParsedOptions<typeof TUNING_OPTIONS>;

/**
 * The detectors that are named, each once.
 *
 * @throws {UsageError} When a name is not that of a detector with a search space.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(searchedDetectors({ detectors: "knn, pca,knn" }), ["knn", "pca"]);
 * ```
 */
export function searchedDetectors(
  { detectors }: Pick<TuningOptions, "detectors">,
): SearchedDetector[] {
  const names = detectors.split(",").map((name) => name.trim());
  return [...new Set(names)].map((name) => oneOf("detectors", searchSpaces, name));
}

/**
 * The way to search that is named.
 *
 * @throws {UsageError} When there is none of this name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(chosenSearch({ search: "halving" }), "halving");
 * ```
 */
export function chosenSearch({ search }: Pick<TuningOptions, "search">): SearchMethodName {
  return oneOf("search", searchMethods, search);
}

/**
 * How much is tried.
 *
 * @throws {UsageError} When both trials and seconds are given.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(chosenBudget({ trials: undefined, seconds: 60 }), { seconds: 60 });
 * ```
 */
export function chosenBudget(
  { trials, seconds }: Pick<TuningOptions, "trials" | "seconds">,
): TuningBudget {
  if (seconds === undefined) return { trials: trials ?? TRIALS };
  if (trials === undefined) return { seconds };
  throw new UsageError("Cannot tune: expected one of --trials and --seconds, got both");
}

function oneOf<Name extends string>(
  option: string,
  known: Readonly<Record<Name, unknown>>,
  name: string,
): Name {
  if (Object.hasOwn(known, name)) return name as Name;
  throw new UsageError(
    `Cannot read --${option}: expected one of ${Object.keys(known).join(", ")}, got "${name}"`,
  );
}
