/** The population stability index: how differently values spread over the reference's bins. */

import { binCounts } from "./bins.ts";
import type { DriftTest } from "./test_contract.ts";

/** Added to every count, so that an empty bin has a logarithm. */
const SMALL_COUNT = 0.5;
/** One standard normal value in twenty lies above. */
const CRITICAL = 1.645;

/**
 * Σ (q − p) · ln(q / p) over the bins, the missing values being one of them: the Jeffreys
 * divergence of the current shares q from the reference's p (Siddiqi, Credit Risk Scorecards,
 * 2006). Half a value is added to both counts of every bin that either fills; a bin that both
 * leave empty says nothing. Blind to what happens inside a bin, so to the values of a column that
 * was constant.
 *
 * Without change it is about 1 / N + 1 / M times a chi-square variable of B − 1 degrees of freedom
 * for B bins in use, N reference values and M current ones (Yurdakul, Statistical Properties of
 * Population Stability Index, 2018). The floor is its critical value at 5 %, the chi-square quantile
 * by Wilson and Hilferty (1931); a single bin counts as two.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { referenceColumn } from "./reference_column.ts";
 * const reference = referenceColumn("kwh", Float64Array.of(1, 1, 2, 2));
 * assert.equal(psi.compute(reference, Float64Array.of(2, 1, 2, 1)), 0);
 * ```
 */
export const psi: DriftTest = {
  name: "psi",
  compute({ edges, counts, n }, current) {
    if (current.length === 0) throw new RangeError("Cannot compute the PSI of no current values");
    const currentCounts = binCounts(edges, current);
    const filled = currentCounts.map((_, bin) => bin)
      .filter((bin) => counts[bin] + currentCounts[bin] > 0);
    const added = SMALL_COUNT * filled.length;
    return filled.reduce((sum, bin) => {
      const p = (counts[bin] + SMALL_COUNT) / (n + added);
      const q = (currentCounts[bin] + SMALL_COUNT) / (current.length + added);
      return sum + (q - p) * Math.log(q / p);
    }, 0);
  },
  noChangeFloor({ counts, n }, currentCount) {
    const freedom = Math.max(1, counts.filter((count) => count > 0).length - 1);
    return criticalChiSquare(freedom) * (1 / n + 1 / currentCount);
  },
};

function criticalChiSquare(freedom: number): number {
  const variance = 2 / (9 * freedom);
  return freedom * (1 - variance + CRITICAL * Math.sqrt(variance)) ** 3;
}
