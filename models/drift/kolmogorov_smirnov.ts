/** The two-sample Kolmogorov-Smirnov distance. */

import { cumulativeShares, presentCount, presentRatio } from "./cumulative_shares.ts";
import type { DriftTest } from "./test_contract.ts";

/** c(0.05) of the asymptotic distribution: one sample in twenty lies above. */
const CRITICAL = 1.36;

/**
 * The largest difference of the two cumulative shares, from 0 to 1, at the points of the
 * reference's sketch. Between those points the true distance may be larger, by less than 1 / 256;
 * against a reference of up to 257 distinct values it is exact. Missing values are ignored: where one
 * side has no others the distance is 1, where neither has, 0.
 *
 * The floor is the critical value at 5 %, 1.36 · √((N + M) / (N · M)) for N reference values and M
 * current ones (Smirnov 1948), with the reference's share of missing values in both; at most 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * import { referenceColumn } from "./reference_column.ts";
 * const reference = referenceColumn("kwh", Float64Array.of(1, 2, 3, 4));
 * const current = columnSample(Float64Array.of(3, 4, 5, NaN));
 * assert.equal(kolmogorovSmirnov.compute(reference, current), 0.5);
 * ```
 */
export const kolmogorovSmirnov: DriftTest = {
  name: "kolmogorov_smirnov",
  compute({ sketch }, current) {
    const shares = cumulativeShares(sketch, current);
    if (shares === undefined) return presentCount(sketch) === current.sorted.length ? 0 : 1;
    let largest = 0;
    for (let point = 0; point < sketch.values.length; point++) {
      const gap = Math.max(Math.abs(shares.gapBelow[point]), Math.abs(shares.gapUpTo[point]));
      largest = Math.max(largest, gap);
    }
    return largest;
  },
  noChangeFloor: (reference, currentCount) =>
    Math.min(1, CRITICAL * Math.sqrt(presentRatio(reference, currentCount))),
};
