/** The two-sample Cramér-von Mises distance. */

import { criticalChiSquare } from "./critical_chi_square.ts";
import { cumulativeShares, presentCount, presentRatio } from "./cumulative_shares.ts";
import type { QuantileSketch } from "./quantile_sketch.ts";
import type { DriftTest } from "./test_contract.ts";

/** 95 % quantile of the asymptotic distribution without ties (Anderson and Darling 1952, table 1). */
const CRITICAL = 0.46136;

/**
 * The mean square of the difference of the two cumulative shares over the values of both sides, from
 * 0 to 1: Anderson's T (On the Distribution of the Two-Sample Cramér-von Mises Criterion, 1962)
 * times 1 / N + 1 / M, so that it does not grow with the N reference values and M current ones.
 * Unlike the Kolmogorov-Smirnov distance it sees differences everywhere. Exact for a reference of up
 * to 257 distinct values; between the points of a larger one's sketch, both sides are taken to be
 * spread evenly. Missing values are ignored: where one side has no others the distance is 1, where
 * neither has, 0.
 *
 * Without change it is 1 / N + 1 / M times ∫ B(F)² dF of a Brownian bridge over the reference's
 * distribution F. The floor is the 95 % quantile of a chi-square variable of the same mean and
 * variance (as Satterthwaite 1946), which fits ties, too; of a constant column, that without ties.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * import { referenceColumn } from "./reference_column.ts";
 * const reference = referenceColumn("kwh", Float64Array.of(1, 3));
 * const score = cramerVonMises.compute(reference, columnSample(Float64Array.of(2, 4)));
 * // The differences at 1, 2, 3 and 4 are 1/2, 0, 1/2 and 0.
 * assert.equal(score, 1 / 8);
 * ```
 */
export const cramerVonMises: DriftTest = {
  name: "cramer_von_mises",
  compute({ sketch }, { sorted }) {
    const shares = cumulativeShares(sketch, { sorted });
    if (shares === undefined) return presentCount(sketch) === sorted.length ? 0 : 1;
    const { reference, current, below, upTo, gapBelow, gapUpTo } = shares;
    let sum = squaresBetween(0, -below[0] / current, below[0]);
    for (let point = 0; point < sketch.values.length; point++) {
      const equal = sketch.upTo[point] - sketch.below[point] + upTo[point] - below[point];
      sum += equal * gapUpTo[point] ** 2;
      const last = point + 1 === sketch.values.length;
      const referenceBetween = last ? 0 : sketch.below[point + 1] - sketch.upTo[point];
      const currentBetween = (last ? current : below[point + 1]) - upTo[point];
      const end = last ? 0 : gapBelow[point + 1];
      sum += squaresBetween(gapUpTo[point], end, referenceBetween);
      sum += squaresBetween(gapUpTo[point], end, currentBetween);
    }
    return sum / (reference + current);
  },
  noChangeFloor(reference, currentCount) {
    const { mean, variance } = bridgeSquares(reference.sketch);
    const freedom = 2 * mean ** 2 / variance;
    const squares = mean === 0 ? CRITICAL : mean * criticalChiSquare(freedom) / freedom;
    return Math.min(1, squares * presentRatio(reference, currentCount));
  },
};

/** Mean and variance of ∫ B(F)² dF over the points of a sketch and what lies between them. */
function bridgeSquares({ values, below, upTo }: QuantileSketch) {
  const total = upTo.at(-1) ?? 0;
  const parts: { readonly weight: number; readonly share: number }[] = [];
  for (let i = 0; i < values.length; i++) {
    const before = i === 0 ? 0 : upTo[i - 1];
    parts.push({ weight: (below[i] - before) / total, share: (before + below[i]) / (2 * total) });
    parts.push({ weight: (upTo[i] - below[i]) / total, share: upTo[i] / total });
  }
  let mean = 0;
  let variance = 0;
  for (let i = 0; i < parts.length; i++) {
    const { weight, share } = parts[i];
    mean += weight * share * (1 - share);
    variance += 2 * (weight * share * (1 - share)) ** 2;
    for (let j = 0; j < i; j++) {
      variance += 4 * weight * parts[j].weight * (parts[j].share * (1 - share)) ** 2;
    }
  }
  return { mean, variance };
}

/** Σ d² over `count` steps by which the difference d goes evenly from `start` to `end`. */
function squaresBetween(start: number, end: number, count: number): number {
  if (count === 0) return 0;
  const change = end - start;
  return count * start ** 2 + start * change * (count + 1) +
    change ** 2 * (count + 1) * (2 * count + 1) / (6 * count);
}
