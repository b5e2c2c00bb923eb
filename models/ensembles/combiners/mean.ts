/** The mean over the members: every voice counts alike. */

import type { Combiner, FittedCombiner } from "./combiner.ts";

/** A mean needs to know nothing. */
export interface MeanState {
  readonly kind: "mean";
}

/**
 * The mean of the member scores. The safe choice among members of like worth (Aggarwal and Sathe,
 * Theoretical Foundations and Algorithms for Outlier Ensembles, 2015, section 3: it lowers
 * variance); an anomaly that one member alone sees is diluted by all who do not.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const scores = { members: ["a", "b"], rows: 1, values: Float64Array.of(0.5, 1) };
 * const fitted = await mean().fit(scores, { seed: 7 });
 * assert.equal(fitted.combine(scores.values), 0.75);
 * ```
 */
export function mean(): Combiner {
  return { name: "mean", fit: () => fromMeanState({ kind: "mean" }) };
}

/**
 * The fitted combiner a state describes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(fromMeanState({ kind: "mean" }).combine(Float64Array.of(0, 0.5, 1)), 0.5);
 * ```
 */
export function fromMeanState(state: MeanState): FittedCombiner<MeanState> {
  return {
    combine: (scores) => scores.reduce((sum, score) => sum + score, 0) / scores.length,
    toOnnx: (graph, scores) =>
      graph.node("ReduceMean", [scores], { axes: { ints: [1] }, keepdims: { int: 1 } }),
    toJSON: () => state,
  };
}
