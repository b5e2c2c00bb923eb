/** One try of a detector with some options. */
import type { Point, SearchedDetector } from "../../models/mod.ts";

/** What is tried. */
export interface TrialPlan {
  readonly detector: SearchedDetector;
  /** Options of the detector; none are its defaults. */
  readonly options: Point;
  /** Share of the training rows it is fitted to. */
  readonly share: number;
}

/** What came of it. */
export interface Trial extends TrialPlan {
  /** Mean average precision over the validation meters; `null` where the fit was refused. */
  readonly value: number | null;
  /** Why the fit was refused. */
  readonly refused?: string;
  /** How long fit and scoring took. */
  readonly seconds: number;
}

/**
 * A detector and its options as people read them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const plan = { detector: "knn", options: { neighbours: 9 }, share: 1 } as const;
 * assert.equal(trialText(plan), "knn neighbours=9");
 * ```
 */
export function trialText({ detector, options, share }: TrialPlan): string {
  const chosen = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  return [
    detector,
    ...(chosen.length === 0 ? ["(defaults)"] : chosen),
    ...(share === 1 ? [] : [`on ${Math.round(100 * share)} % of the rows`]),
  ].join(" ");
}

/**
 * The best trial on all training rows, the earliest of equal ones; `undefined` where none has a
 * value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const trial = { detector: "knn", options: {}, share: 1, seconds: 1 } as const;
 * const best = bestTrial([{ ...trial, value: null }, { ...trial, value: 0.5 }]);
 * assert.equal(best?.value, 0.5);
 * ```
 */
export function bestTrial(trials: readonly Trial[]): Trial | undefined {
  const whole = trials.filter(({ share, value }) => share === 1 && value !== null);
  const best = Math.max(...whole.map(({ value }) => Number(value)));
  return whole.find(({ value }) => value === best);
}

/**
 * One line on the last of some trials.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const trial = { detector: "pca", options: {}, share: 1, value: 0.5, seconds: 2 } as const;
 * assert.equal(trialLine([trial]), "trial 0: pca (defaults): 0.5000 in 2.0 s, best 0.5000");
 * ```
 */
export function trialLine(trials: readonly Trial[]): string {
  const number = trials.length - 1;
  const trial = trials[number];
  const best = bestTrial(trials.filter(({ detector }) => detector === trial.detector));
  const outcome = trial.value?.toFixed(4) ?? `refused (${trial.refused})`;
  return `trial ${number}: ${trialText(trial)}: ${outcome} in ${trial.seconds.toFixed(1)} s, ` +
    `best ${best?.value?.toFixed(4) ?? "–"}`;
}
