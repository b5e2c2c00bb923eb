/** The Jensen-Shannon distance of the shares in the reference's bins. */

import { chiSquareFloor, filledBins } from "./filled_bins.ts";
import type { DriftTest } from "./test_contract.ts";

/**
 * The root of the mean Kullback-Leibler divergence, in bits, of both sides' shares from their
 * average: 0 for equal shares, 1 for sides without a common bin, and a metric (Lin 1991; Endres and
 * Schindelin 2003). The missing values are a bin. Blind to what happens inside a bin.
 *
 * Without change its square is about Σ (q − p)² / p over 8 ln 2, and so is its floor's.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * import { referenceColumn } from "./reference_column.ts";
 * const reference = referenceColumn("beds", Float64Array.of(2, 4));
 * assert.equal(jensenShannon.compute(reference, columnSample(Float64Array.of(6))), 1);
 * ```
 */
export const jensenShannon: DriftTest = {
  name: "jensen_shannon",
  compute(column, sample) {
    const divergence = filledBins(column, sample).reduce((sum, { reference, current }) => {
      const p = reference / column.n;
      const q = current / sample.n;
      return sum + towards(p, (p + q) / 2) + towards(q, (p + q) / 2);
    }, 0);
    // Rounding leaves a sum of terms of both signs a little below 0.
    return Math.sqrt(Math.max(0, divergence / 2));
  },
  noChangeFloor: (column, count) => Math.sqrt(chiSquareFloor(column, count) / (8 * Math.LN2)),
};

/** One term of a divergence, in bits. */
function towards(share: number, average: number): number {
  return share === 0 ? 0 : share * Math.log2(share / average);
}
