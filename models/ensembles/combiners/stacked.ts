/** A probability learnt from the members' scores of labelled rows. */

import { fitLogistic, type LogisticModel, logisticProbability } from "../logistic_regression.ts";
import type { Combiner, FittedCombiner } from "./combiner.ts";
import { requireJudged } from "./require_judged.ts";

/** score = 1 / (1 + e^−z) with z = intercept + Σ weight · member score. */
export interface StackedState extends LogisticModel {
  readonly kind: "stacked";
}

/** Choices of the stacking. */
export interface StackedOptions {
  /** Weight of half the sum of the squared weights against the summed losses. @default {1} */
  readonly l2?: number;
}

/**
 * Stacking (Wolpert, Stacked Generalization, 1992) by logistic regression with weights that cannot
 * be negative (Breiman, Stacked Regressions, 1996), on calibrated scores of held-out rows. The score
 * is a probability under the share of anomalies among those rows: where they are rare, usual rows
 * score near 0. Few labelled events give weights of little worth; the squared-weight term then keeps
 * all small.
 *
 * @throws {RangeError} When l2 is not positive; in the fit, without labels of both classes, or when
 * no member scores the anomalous rows higher.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const values = Float64Array.of(0.9, 0.5, 0.1, 0.5, 0.4, 0.5);
 * const scores = { members: ["keen", "mute"], rows: 3, values };
 * const fitted = await stacked().fit(scores, { seed: 7, labels: Uint8Array.of(1, 0, 0) });
 * const [odd, usual] = [0.9, 0.1].map((keen) => fitted.combine(Float64Array.of(keen, 0.5)));
 * assert.ok(odd > usual);
 * ```
 */
export function stacked({ l2 = 1 }: StackedOptions = {}): Combiner {
  if (!(l2 > 0 && l2 < Infinity)) {
    throw new RangeError(`Cannot stack members as l2 must be positive: current value is ${l2}`);
  }
  return {
    name: "stacked",
    supervised: true,
    fit(scores, context) {
      const labels = requireJudged("stacked", scores, context);
      const model = fitLogistic(scores.values, labels, scores.members.length, l2);
      if (model.weights.every((weight) => weight === 0)) {
        throw new RangeError(
          "Cannot stack members as none scores anomalous rows higher: members are " +
            scores.members.join(", "),
        );
      }
      return fromStackedState({ kind: "stacked", ...model });
    },
  };
}

/**
 * The fitted combiner a state describes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const fitted = fromStackedState({ kind: "stacked", intercept: -1, weights: [2, 0] });
 * assert.equal(fitted.combine(Float64Array.of(0.5, 1)), 0.5);
 * ```
 */
export function fromStackedState(state: StackedState): FittedCombiner<StackedState> {
  const { intercept, weights } = state;
  return {
    combine: (scores) => logisticProbability(state, scores),
    toOnnx(graph, scores) {
      const sum = graph.node("MatMul", [scores, graph.double(weights, [weights.length, 1])]);
      return graph.node("Sigmoid", [graph.node("Add", [sum, graph.double(intercept)])]);
    },
    toJSON: () => state,
  };
}
