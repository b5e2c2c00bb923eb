/** What a tuning tries next. */
import {
  deriveSeed,
  type SearchedDetector,
  type SearchMethodName,
  searchMethods,
  type SearchSpace,
  searchSpaces,
} from "../../models/mod.ts";
import type { Trial, TrialPlan } from "./trial.ts";

/** What decides the trials beside their values. */
export interface TuningPlan {
  readonly detectors: readonly SearchedDetector[];
  readonly method: SearchMethodName;
  readonly seed: number;
}

/**
 * The next trial: first every detector with its defaults, so that a choice is never worse than
 * those on the validation meters; then the detectors that have something to choose, in turns, each
 * searched by itself. It depends on the plan and the earlier trials alone, whatever time they took.
 *
 * @returns `undefined` where nothing is left to choose.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const plan = { detectors: ["iqr"], method: "tpe", seed: 1 } as const;
 * assert.deepEqual(nextTrial(plan, []), { detector: "iqr", options: {}, share: 1 });
 * ```
 */
export function nextTrial(
  { detectors, method, seed }: TuningPlan,
  trials: readonly Trial[],
): TrialPlan | undefined {
  if (trials.length < detectors.length) {
    return { detector: detectors[trials.length], options: {}, share: 1 };
  }
  const searched = detectors.filter((name) => searchSpaces[name].length > 0);
  if (searched.length === 0) return undefined;
  const tried = trials.slice(detectors.length);
  const detector = searched[tried.length % searched.length];
  const space: SearchSpace = searchSpaces[detector];
  const history = tried.filter((trial) => trial.detector === detector)
    .map(({ options, share, value }) => ({ point: options, share, value }));
  const { point, share } = searchMethods[method]
    .propose(space, deriveSeed(seed, detector), history);
  return { detector, options: point, share };
}
