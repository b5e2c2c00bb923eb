/** The search of a tuning: it goes on where an earlier start ended, and keeps every trial. */
import { searchSpaces } from "../../models/mod.ts";
import type { Context } from "../context.ts";
import type { Progress } from "../progress.ts";
import { fitAndRank } from "./fit_and_rank.ts";
import { logTrial, openTuningRun, type TuningFacts } from "./log_tuning.ts";
import type { TuningPlan } from "./next_trial.ts";
import { rowsDigest } from "./rows_digest.ts";
import { runTrials, type TuningBudget } from "./run_trials.ts";
import { type Trial, trialLine } from "./trial.ts";
import type { TuningRows } from "./tuning_rows.ts";
import { readTuning, tuningKey, writeTuning } from "./tuning_state.ts";

/** What a search works on. */
export interface SearchTask {
  readonly plan: TuningPlan;
  readonly budget: TuningBudget;
  readonly rows: TuningRows;
  readonly facts: TuningFacts;
  /** No trial begins after it is aborted; the running one is dropped or comes to its end. */
  readonly signal: AbortSignal;
}

/**
 * Runs the trials of a tuning. Each is logged as a nested run and then kept in
 * `tuning/<key>.json` of the home, where the same task finds it at the next start; a kill between
 * the two logs one trial twice. Whether the code of a detector was changed since is not looked at.
 *
 * @returns The id of the run, which is still `RUNNING`, and all trials, earlier ones first.
 */
export async function searchOptions(
  { registry, config: { home }, scratch, now }: Pick<
    Context,
    "registry" | "config" | "scratch" | "now"
  >,
  { plan, budget, rows, facts, signal }: SearchTask,
  progress: Pick<Progress, "note">,
): Promise<{ readonly runId: string; readonly trials: readonly Trial[] }> {
  const { dataset, datasetDigest, params, experimentId } = facts;
  const spaces = plan.detectors.map((name) => [name, searchSpaces[name]]);
  const key = tuningKey({ dataset, datasetDigest, params, spaces, rows: rowsDigest(rows) });
  const place = { home, key };
  const earlier = await readTuning(place);
  const taken = earlier?.trials ?? [];
  if (taken.length > 0) progress.note(`${taken.length} trials taken over from an earlier start`);
  const runId = await openTuningRun(registry, facts, earlier?.runId, now);
  const { seed } = plan;
  const trials = await runTrials(plan, taken, budget, {
    async evaluate(trial) {
      const [figures] = await fitAndRank(trial, rows, [rows.validation], { seed, signal });
      return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
    },
    async keep(trials) {
      const number = trials.length - 1;
      await logTrial(registry, { experimentId, parent: runId }, number, trials[number], now);
      await writeTuning(place, { runId, trials }, scratch);
      progress.note(trialLine(trials));
    },
    signal,
    now,
  });
  return { runId, trials };
}
