/** A mean in which some members count more than others. */

import type { Combiner, FittedCombiner } from "./combiner.ts";

/** How far from 1 a sum of weights may be: rounding, no more. */
const TOLERANCE = 1e-9;

/** score = Σ weight · member score. */
export interface WeightedState {
  readonly kind: "weighted";
  /** One weight per member, none negative, 1 in sum. */
  readonly weights: readonly number[];
}

/**
 * The weighted mean of the member scores with weights that are given; a member of weight 0 is shown
 * but not heard.
 *
 * @param weights The weight of every member, by the member's name.
 * @throws {RangeError} When a weight is negative or not finite, or their sum is not 1; in the fit,
 * when a member has no weight or a weight no member.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const scores = { members: ["a", "b"], rows: 1, values: Float64Array.of(0.5, 1) };
 * const fitted = await weighted({ b: 0.25, a: 0.75 }).fit(scores, { seed: 7 });
 * assert.equal(fitted.combine(scores.values), 0.625);
 * ```
 */
export function weighted(weights: Readonly<Record<string, number>>): Combiner {
  requireShares(Object.values(weights));
  return {
    name: "weighted",
    fit({ members }) {
      const named = Object.keys(weights);
      const odd = [
        ...members.filter((name) => !Object.hasOwn(weights, name)),
        ...named.filter((name) => !members.includes(name)),
      ];
      if (odd.length > 0) {
        throw new RangeError(
          `Cannot weight an ensemble as each member must have a weight: members are ${
            members.join(", ")
          }, weights are for ${named.join(", ")}`,
        );
      }
      return fromWeightedState({ kind: "weighted", weights: members.map((name) => weights[name]) });
    },
  };
}

/**
 * The fitted combiner a state describes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const fitted = fromWeightedState({ kind: "weighted", weights: [0.5, 0.5] });
 * assert.equal(fitted.combine(Float64Array.of(0.5, 1)), 0.75);
 * ```
 */
export function fromWeightedState(state: WeightedState): FittedCombiner<WeightedState> {
  const { weights } = state;
  return {
    // Rounding may lift a sum of ones above 1.
    combine: (scores) => Math.min(1, scores.reduce((sum, score, m) => sum + weights[m] * score, 0)),
    toOnnx: (graph, scores) =>
      graph.node("MatMul", [scores, graph.double(weights, [weights.length, 1])]),
    toJSON: () => state,
  };
}

function requireShares(weights: readonly number[]): void {
  const wrong = weights.find((weight) => !(weight >= 0 && weight <= 1));
  if (wrong !== undefined) {
    throw new RangeError(
      `Cannot weight an ensemble as weights must lie in [0, 1]: current value is ${wrong}`,
    );
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(Math.abs(sum - 1) <= TOLERANCE)) {
    throw new RangeError(
      `Cannot weight an ensemble as weights must sum to 1: current value is ${sum}`,
    );
  }
}
