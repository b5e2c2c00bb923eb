/** The first Wasserstein distance in units of the reference's standard deviation. */

import type { ColumnSample } from "./column_sample.ts";
import { criticalChiSquare } from "./critical_chi_square.ts";
import { cumulativeShares, presentCount, presentRatio } from "./cumulative_shares.ts";
import type { QuantileSketch } from "./quantile_sketch.ts";
import type { ReferenceColumn } from "./reference_column.ts";
import type { DriftTest } from "./test_contract.ts";

/** An infinite value is taken for this. */
const FAR = 1e300;

/**
 * How far values have to be moved on average to turn one sample into the other, the area between
 * the two cumulative shares (Vallender 1974), over the standard deviation of the reference. Exact
 * for a reference of up to 257 distinct values; between the points of a larger one's sketch, both
 * sides are taken to be spread evenly. Outliers count by how far they lie. Missing values are
 * ignored: where one side has no others the distance is 1, where neither has, 0. A constant column
 * has its own size, or 1, for its deviation.
 *
 * Without change it is √(1 / N + 1 / M) times the area ∫ |B(F)| of a Brownian bridge over the
 * reference's distribution F (del Barrio, Giné and Matrán 1999). The floor is the 95 % quantile of
 * a chi-square variable of the same mean and variance (as Satterthwaite 1946): those of half-normal
 * variables whose correlation is that of the bridge. That of a constant column is 1 / N + 1 / M.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * import { referenceColumn } from "./reference_column.ts";
 * const reference = referenceColumn("kwh", Float64Array.of(1, 3));
 * assert.equal(wasserstein.compute(reference, columnSample(Float64Array.of(2, 5))), 1.5);
 * ```
 */
export const wasserstein: DriftTest = {
  name: "wasserstein",
  compute(reference, current) {
    const moved = meanMove(reference.sketch, current);
    if (moved === undefined) {
      return presentCount(reference.sketch) === current.sorted.length ? 0 : 1;
    }
    return moved / unit(reference);
  },
  noChangeFloor(reference, currentCount) {
    if (presentCount(reference.sketch) === 0) return 1;
    const ratio = presentRatio(reference, currentCount);
    if (!reference.deviation) return ratio;
    const { mean, variance } = bridgeArea(reference.sketch);
    const freedom = 2 * mean ** 2 / variance;
    const area = mean * criticalChiSquare(freedom) / freedom;
    return Math.sqrt(ratio) * area / reference.deviation;
  },
};

function unit({ deviation, median }: ReferenceColumn): number {
  return deviation || Math.abs(median ?? 0) || 1;
}

/** The area between the cumulative shares; `undefined` where a side has no values. */
function meanMove(sketch: QuantileSketch, { sorted }: ColumnSample): number | undefined {
  const shares = cumulativeShares(sketch, { sorted });
  if (shares === undefined) return undefined;
  const { reference, current, below, upTo, gapBelow, gapUpTo } = shares;
  const { values } = sketch;
  /** The area from `start` to `end`, where the reference's share stays. */
  const steps = (start: number, end: number, share: number, from: number, to: number) => {
    let area = 0;
    let before = start;
    for (let i = from; i < to; i++) {
      const value = Math.min(FAR, Math.max(-FAR, sorted[i]));
      area += Math.abs(share - i / current) * (value - before);
      before = value;
    }
    return area + Math.abs(share - to / current) * (end - before);
  };
  const last = values.length - 1;
  const lowest = Math.min(values[0], Math.max(-FAR, sorted[0]));
  const highest = Math.max(values[last], Math.min(FAR, sorted[current - 1]));
  let area = steps(lowest, values[0], 0, 0, below[0]);
  for (let i = 0; i < last; i++) {
    area += sketch.below[i + 1] === sketch.upTo[i]
      ? steps(values[i], values[i + 1], sketch.upTo[i] / reference, upTo[i], below[i + 1])
      : (values[i + 1] - values[i]) * meanSize(gapUpTo[i], gapBelow[i + 1]);
  }
  return area + steps(values[last], highest, 1, upTo[last], current);
}

/** The mean of |d| where d goes evenly from `start` to `end`. */
function meanSize(start: number, end: number): number {
  const size = Math.abs(start) + Math.abs(end);
  return start * end >= 0 ? size / 2 : (start ** 2 + end ** 2) / (2 * size);
}

/** Mean and variance of ∫ |B(F)| over the steps of a sketch. */
function bridgeArea({ values, below, upTo }: QuantileSketch) {
  const count = upTo[upTo.length - 1];
  const weights: number[] = [];
  const odds: number[] = [];
  for (let i = 0; i + 1 < values.length; i++) {
    const share = (upTo[i] + below[i + 1]) / (2 * count);
    weights.push((values[i + 1] - values[i]) * Math.sqrt(share * (1 - share)));
    odds.push(Math.sqrt(share / (1 - share)));
  }
  let mean = 0;
  let variance = 0;
  for (let i = 0; i < weights.length; i++) {
    mean += weights[i];
    variance += weights[i] ** 2 * (Math.PI / 2 - 1);
    for (let j = 0; j < i; j++) {
      const correlation = odds[j] / odds[i];
      variance += 2 * weights[i] * weights[j] *
        (Math.sqrt(1 - correlation ** 2) + correlation * Math.asin(correlation) - 1);
    }
  }
  return { mean: mean * Math.sqrt(2 / Math.PI), variance: variance * 2 / Math.PI };
}
