/** The Hellinger distance of the shares in the reference's bins. */

import { chiSquareFloor, filledBins } from "./filled_bins.ts";
import type { DriftTest } from "./test_contract.ts";

/**
 * √(½ Σ (√p − √q)²) over the bins: 0 for equal shares, 1 for sides without a common bin (Hellinger
 * 1909; the form for shares by Le Cam and Yang, Asymptotics in Statistics, 2000). The missing values
 * are a bin. Blind to what happens inside a bin. Of the distances of shares, the one that gives rare
 * bins most weight.
 *
 * Without change its square is about Σ (q − p)² / p over 8, and so is its floor's.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * import { referenceColumn } from "./reference_column.ts";
 * const reference = referenceColumn("beds", Float64Array.of(2, 4));
 * assert.equal(hellinger.compute(reference, columnSample(Float64Array.of(6))), 1);
 * ```
 */
export const hellinger: DriftTest = {
  name: "hellinger",
  compute: (column, sample) =>
    Math.sqrt(
      filledBins(column, sample).reduce((sum, { reference, current }) => {
        return sum + (Math.sqrt(reference / column.n) - Math.sqrt(current / sample.n)) ** 2;
      }, 0) / 2,
    ),
  noChangeFloor: (column, count) => Math.sqrt(chiSquareFloor(column, count) / 8),
};
