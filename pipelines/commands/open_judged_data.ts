/** The labelled data that the options of a command name. */
import { sources } from "../../data/mod.ts";
import type { Detector } from "../../models/mod.ts";
import type { Context } from "../context.ts";
import { openInjectedData } from "../evaluation/injected_data.ts";
import type { EvaluationData } from "../evaluation/labelled_rows.ts";
import { openLeadData } from "../evaluation/lead_data.ts";
import { neededFeatures } from "../evaluation/needed_features.ts";
import type { Progress } from "../progress.ts";
import { parseDate } from "./date_option.ts";

/** Where labelled data comes from; either `lead` or `injected` is given. */
export interface JudgedDataOptions {
  /** File of the LEAD dataset. */
  readonly lead?: string;
  /** Mirror with the Cambridge meters, which get faults. */
  readonly injected?: string;
  /** Date before which readings of `injected` count. */
  readonly until?: string;
  readonly seed: number;
}

/**
 * Opens what detectors are fitted to and judged by, with the columns that they read.
 *
 * @throws {UsageError} When the date is none.
 */
export async function openJudgedData(
  { db, config }: Pick<Context, "db" | "config">,
  options: JudgedDataOptions,
  detectors: readonly Detector[],
  progress: Progress,
): Promise<EvaluationData> {
  const needed = neededFeatures(detectors);
  if (options.lead !== undefined) {
    return await openLeadData({ db, config }, options.lead, needed, progress);
  }
  const until = options.until === undefined ? Infinity : parseDate("until", options.until);
  return await openInjectedData(
    { db, config: { ...config, dataMirror: options.injected } },
    { source: sources.cambridgeEstates(), until, seed: options.seed },
    needed,
    progress,
  );
}
