/** The maps from a score to a chance: a line in each of the two lists. */

import { fromIsotonicState, isotonic, type IsotonicState } from "./isotonic.ts";
import { fromPlattState, platt, type PlattState } from "./platt.ts";
import type { ProbabilityMap } from "./probability.ts";

/** Every map, by its name. */
export const probabilities = { platt, isotonic } as const;

/** What a fitted map is as JSON. */
export type ProbabilityState = PlattState | IsotonicState;

/**
 * The map a state describes.
 *
 * @throws {RangeError} When the kind is unknown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const map = restoreProbability({ kind: "platt", slope: 8, intercept: -4 });
 * assert.equal(map.probability(0.5), 0.5);
 * ```
 */
export function restoreProbability(state: ProbabilityState): ProbabilityMap<ProbabilityState> {
  switch (state.kind) {
    case "platt":
      return fromPlattState(state);
    case "isotonic":
      return fromIsotonicState(state);
    default:
      throw new RangeError(
        `Cannot restore a probability as its kind must be one of ${
          Object.keys(probabilities).join(", ")
        }: current value is ${(state as { kind: string }).kind}`,
      );
  }
}
