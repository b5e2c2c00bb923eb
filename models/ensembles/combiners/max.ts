/** The highest of the members: one voice is enough. */

import type { Combiner, FittedCombiner } from "./combiner.ts";

/** A maximum needs to know nothing. */
export interface MaxState {
  readonly kind: "max";
}

/**
 * The highest member score. Right where each member sees a kind of anomaly that the others are
 * blind to; otherwise the noisiest member decides, and false alarms of all members add up.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const scores = { members: ["a", "b"], rows: 1, values: Float64Array.of(0.5, 1) };
 * const fitted = await max().fit(scores, { seed: 7 });
 * assert.equal(fitted.combine(scores.values), 1);
 * ```
 */
export function max(): Combiner {
  return { name: "max", fit: () => fromMaxState({ kind: "max" }) };
}

/**
 * The fitted combiner a state describes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(fromMaxState({ kind: "max" }).combine(Float64Array.of(0, 0.75, 0.5)), 0.75);
 * ```
 */
export function fromMaxState(state: MaxState): FittedCombiner<MaxState> {
  return {
    combine: (scores) => scores.reduce((highest, score) => Math.max(highest, score)),
    toOnnx: (graph, scores) =>
      graph.node("ReduceMax", [scores], { axes: { ints: [1] }, keepdims: { int: 1 } }),
    toJSON: () => state,
  };
}
