/** Platt's map: a logistic curve of the score. */

import { fitLogistic, logisticProbability } from "../logistic_regression.ts";
import type { Probability, ProbabilityMap } from "./probability.ts";
import { notRising, requireClasses } from "./require_classes.ts";

/** chance = 1 / (1 + e^−(slope · score + intercept)), the slope above 0. */
export interface PlattState {
  readonly kind: "platt";
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Platt scaling (Platt, Probabilistic Outputs for Support Vector Machines, 1999): the logistic curve
 * with the least cross-entropy to targets that keep a distance from 0 and 1, (n₁ + 1) / (n₁ + 2) for
 * the n₁ anomalous rows and 1 / (n₀ + 2) for the others. Keeps every difference between scores.
 * Wrong where the chance does not follow such a curve.
 */
export const platt: Probability = {
  name: "platt",
  fit(scores, labels) {
    const anomalous = requireClasses(labels);
    if (scores.every((score) => score === scores[0])) throw notRising();
    const high = (anomalous + 1) / (anomalous + 2);
    const low = 1 / (labels.length - anomalous + 2);
    // In order, so that sums do not depend on the order of the rows.
    const order = Uint32Array.from(labels, (_, row) => row)
      .sort((a, b) => scores[a] - scores[b] || labels[a] - labels[b]);
    const { intercept, weights: [slope] } = fitLogistic(
      Float64Array.from(order, (row) => scores[row]),
      Float64Array.from(order, (row) => labels[row] === 1 ? high : low),
      1,
      0,
    );
    if (slope === 0) throw notRising();
    return fromPlattState({ kind: "platt", slope, intercept });
  },
};

/**
 * The map a state describes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const map = fromPlattState({ kind: "platt", slope: 8, intercept: -4 });
 * assert.equal(map.probability(0.5), 0.5);
 * ```
 */
export function fromPlattState(state: PlattState): ProbabilityMap<PlattState> {
  const { slope, intercept } = state;
  return {
    probability: (score) => logisticProbability({ intercept, weights: [slope] }, [score]),
    toOnnx(graph, scores) {
      const product = graph.node("Mul", [scores, graph.double(slope)]);
      return graph.node("Sigmoid", [graph.node("Add", [product, graph.double(intercept)])]);
    },
    toJSON: () => state,
  };
}
