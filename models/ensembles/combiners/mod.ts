/** The combiners and what they leave: a line in each of the two lists. */

import { averageOfMaximum, fromAverageOfMaximumState } from "./average_of_maximum.ts";
import type { FittedCombiner } from "./combiner.ts";
import { consensusWeights } from "./consensus_weights.ts";
import { greedySelection } from "./greedy_selection.ts";
import { fromMaxState, max } from "./max.ts";
import { fromMeanState, mean } from "./mean.ts";
import { fromStackedState, stacked } from "./stacked.ts";
import { fromWeightedState, weighted } from "./weighted.ts";

/** The factory of every combiner, by the combiner's name. */
export const combiners = {
  mean,
  max,
  average_of_maximum: averageOfMaximum,
  weighted,
  consensus_weights: consensusWeights,
  greedy_selection: greedySelection,
  stacked,
} as const;

/** By the kind of the state: some combiners leave weights. */
const restorers = {
  mean: fromMeanState,
  max: fromMaxState,
  average_of_maximum: fromAverageOfMaximumState,
  weighted: fromWeightedState,
  stacked: fromStackedState,
} as const;

type StateByKind = {
  readonly [Kind in keyof typeof restorers]: Parameters<typeof restorers[Kind]>[0];
};

/** What a fitted combiner is as JSON. */
export type CombinerState = StateByKind[keyof StateByKind];

/**
 * The fitted combiner a state describes.
 *
 * @throws {RangeError} When the kind is unknown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(restoreCombiner({ kind: "max" }).combine(Float64Array.of(0.25, 0.5)), 0.5);
 * ```
 */
export function restoreCombiner(state: CombinerState): FittedCombiner<CombinerState> {
  if (!Object.hasOwn(restorers, state.kind)) {
    throw new RangeError(
      `Cannot restore a combiner as its kind must be one of ${
        Object.keys(restorers).join(", ")
      }: current value is ${state.kind}`,
    );
  }
  return restore(state.kind, state);
}

function restore<Kind extends keyof StateByKind>(
  kind: Kind,
  state: StateByKind[Kind],
): FittedCombiner<CombinerState> {
  const restorer: {
    readonly [Each in keyof StateByKind]: (
      state: StateByKind[Each],
    ) => FittedCombiner<CombinerState>;
  } = restorers;
  return restorer[kind](state);
}
