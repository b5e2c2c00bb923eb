/** The two-sample Kolmogorov-Smirnov distance. */

import type { DriftTest } from "./test_contract.ts";
import type { QuantileSketch } from "./quantile_sketch.ts";
import { countBelow } from "./sorted_counts.ts";

/** c(0.05) of the asymptotic distribution: one sample in twenty lies above. */
const CRITICAL = 1.36;

/**
 * The largest difference of the two cumulative shares, from 0 to 1, at the points of the
 * reference's sketch. Between those points the true distance may be larger, by less than 1 / 256;
 * against a reference of up to 257 values it is exact. Missing values are ignored: where one side
 * has no others the distance is 1, where neither has, 0.
 *
 * The floor is the critical value at 5 %, 1.36 · √((N + M) / (N · M)) for N reference values and M
 * current ones (Smirnov 1948), with the reference's share of missing values in both; at most 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { referenceColumn } from "./reference_column.ts";
 * const reference = referenceColumn("kwh", Float64Array.of(1, 2, 3, 4));
 * assert.equal(kolmogorovSmirnov.compute(reference, Float64Array.of(3, 4, 5, NaN)), 0.5);
 * ```
 */
export const kolmogorovSmirnov: DriftTest = {
  name: "kolmogorov_smirnov",
  compute({ sketch }, current) {
    if (current.length === 0) {
      throw new RangeError("Cannot compute the Kolmogorov-Smirnov distance of no current values");
    }
    return largestGap(sketch, current);
  },
  noChangeFloor({ sketch, n }, currentCount) {
    const present = presentCount(sketch);
    return Math.min(1, CRITICAL * Math.sqrt(1 / present + n / (present * currentCount)));
  },
};

function presentCount({ upTo }: QuantileSketch): number {
  return upTo.at(-1) ?? 0;
}

function largestGap(sketch: QuantileSketch, current: Float64Array): number {
  const { values, below, upTo } = sketch;
  const before = new Uint32Array(values.length + 1);
  const equal = new Uint32Array(values.length + 1);
  let present = 0;
  for (const value of current) {
    if (Number.isNaN(value)) continue;
    const point = countBelow(values, value);
    if (values[point] === value) equal[point]++;
    else before[point]++;
    present++;
  }
  const reference = presentCount(sketch);
  if (present === 0 || reference === 0) return present === reference ? 0 : 1;

  let gap = 0;
  let passed = 0;
  for (let point = 0; point < values.length; point++) {
    passed += before[point];
    gap = Math.max(gap, Math.abs(below[point] / reference - passed / present));
    passed += equal[point];
    gap = Math.max(gap, Math.abs(upTo[point] / reference - passed / present));
  }
  return gap;
}
