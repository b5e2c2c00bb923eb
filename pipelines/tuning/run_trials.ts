/** One trial after another until the budget is used up or somebody stops it. */
import { nextTrial, type TuningPlan } from "./next_trial.ts";
import type { Trial, TrialPlan } from "./trial.ts";

/** How much may be tried; the defaults are always. */
export type TuningBudget =
  /** Trials in all, those taken over and the defaults included. */
  | { readonly trials: number }
  /** No trial begins after this much time in trials, also in those taken over. */
  | { readonly seconds: number };

/** What trials work with. */
export interface TrialWork {
  /** The value of a trial; a RangeError is a refusal, what it throws after an abort is dropped. */
  readonly evaluate: (plan: TrialPlan) => Promise<number>;
  /** Keeps a trial; the next one begins after it. */
  readonly keep: (trials: readonly Trial[]) => Promise<void>;
  /** No trial begins after it is aborted. */
  readonly signal: AbortSignal;
  /** Milliseconds since any fixed time. */
  readonly now: () => number;
}

/**
 * Goes on with the trials of a plan.
 *
 * @param earlier Trials of the same plan that are taken over.
 * @returns All trials, the earlier ones first. When aborted, the running one is among them only if
 * it came to its end.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const trials = await runTrials({ detectors: ["pca"], method: "tpe", seed: 1 }, [], { trials: 3 }, {
 *   evaluate: ({ options }) => Promise.resolve(Number(options.keep ?? 0)),
 *   keep: () => Promise.resolve(),
 *   signal: new AbortController().signal,
 *   now: () => 0,
 * });
 * assert.deepEqual(trials.map(({ value }) => value! > 0), [false, true, true]);
 * ```
 */
export async function runTrials(
  plan: TuningPlan,
  earlier: readonly Trial[],
  budget: TuningBudget,
  { evaluate, keep, signal, now }: TrialWork,
): Promise<readonly Trial[]> {
  let trials = earlier;
  while (isLeft(budget, trials, plan.detectors.length)) {
    // A signal of the system is heard between two trials only if everything gets a turn.
    await new Promise((resolve) => setTimeout(resolve));
    const next = signal.aborted ? undefined : nextTrial(plan, trials);
    if (next === undefined) break;
    const started = now();
    const outcome = await outcomeOf(next, evaluate, signal);
    if (outcome === undefined) break;
    trials = [...trials, { ...next, ...outcome, seconds: (now() - started) / 1000 }];
    await keep(trials);
  }
  return trials;
}

function isLeft(budget: TuningBudget, trials: readonly Trial[], defaults: number): boolean {
  if (trials.length < defaults) return true;
  return "trials" in budget
    ? trials.length < budget.trials
    : trials.reduce((sum, { seconds }) => sum + seconds, 0) < budget.seconds;
}

async function outcomeOf(
  plan: TrialPlan,
  evaluate: TrialWork["evaluate"],
  signal: AbortSignal,
): Promise<Pick<Trial, "value" | "refused"> | undefined> {
  try {
    return { value: await evaluate(plan) };
  } catch (error) {
    if (signal.aborted) return undefined;
    if (!(error instanceof RangeError)) throw error;
    return { value: null, refused: error.message };
  }
}
