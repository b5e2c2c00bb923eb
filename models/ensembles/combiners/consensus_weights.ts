/** Weights by how far each member agrees with the others: what can be learnt without labels. */

import type { Combiner } from "./combiner.ts";
import { fromWeightedState } from "./weighted.ts";

/**
 * Weights a member by its correlation with the mean of the other ones (in the theory of tests, the
 * corrected item-total correlation), a negative one counting as 0. In the correlation a row weighs
 * 1 / its rank in that mean, as in SELECT (Rayana and Akoglu, Less is More: Building Selective
 * Anomaly Ensembles, ACM TKDD 10(4), 2016), so agreement on the few highest rows counts most; tied
 * rows share the best of their ranks. Where no member agrees with the rest, all weigh the same.
 *
 * It quietens members of noise and those that contradict the rest. Where most members err in the
 * same way, it quietens the one that is right, and a member that alone sees a kind of anomaly looks
 * like one that errs. With two members the weights differ little.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const values = Float64Array.of(0.9, 0.9, 0.5, 0.2, 0.2, 0.5, 0.1, 0.1, 0.5);
 * const scores = { members: ["a", "b", "mute"], rows: 3, values };
 * const fitted = await consensusWeights().fit(scores, { seed: 7 });
 * assert.deepEqual(fitted.toJSON(), { kind: "weighted", weights: [0.5, 0.5, 0] });
 * ```
 */
export function consensusWeights(): Combiner {
  return {
    name: "consensus_weights",
    fit({ members, rows, values }) {
      const width = members.length;
      const totals = Float64Array.from(
        { length: rows },
        (_, row) => values.subarray(row * width, (row + 1) * width).reduce((a, b) => a + b, 0),
      );
      const agreements = members.map((_, m) => {
        const own = values.filter((_, at) => at % width === m);
        const others = totals.map((total, row) => total - own[row]);
        return Math.max(0, correlation(own, others, rankWeights(others)));
      });
      const total = agreements.reduce((sum, agreement) => sum + agreement, 0);
      const weights = agreements.map((agreement) => total > 0 ? agreement / total : 1 / width);
      return fromWeightedState({ kind: "weighted", weights });
    },
  };
}

/** 1 / rank of each score, 1 being the highest. */
function rankWeights(scores: Float64Array): Float64Array {
  const ranks = new Map<number, number>();
  scores.toSorted().reverse().forEach((score, i) => {
    if (!ranks.has(score)) ranks.set(score, i + 1);
  });
  return scores.map((score) => 1 / ranks.get(score)!);
}

/** Pearson's correlation under weights; 0 where one side is constant. */
function correlation(x: Float64Array, y: Float64Array, weights: Float64Array): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: Float64Array) =>
    of.reduce((sum, value, row) => sum + weights[row] * value, 0) / total;
  const [centreX, centreY] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    const [dx, dy] = [x[row] - centreX, y[row] - centreY];
    xx += weights[row] * dx * dx;
    yy += weights[row] * dy * dy;
    xy += weights[row] * dx * dy;
  }
  // Of a constant side, rounding may leave a trace.
  const spread = Math.sqrt(xx * yy) / total;
  return spread > 1e-15 ? xy / total / spread : 0;
}
