/** Pearson's chi-square of two samples, on the scale of a distance. */

import { chiSquareFloor, filledBins } from "./filled_bins.ts";
import type { DriftTest } from "./test_contract.ts";

/**
 * Σ (q − p)² / r over the bins, where r is the share of both sides together: Pearson's statistic of
 * the table of both sides' counts (Pearson 1900) times 1 / N + 1 / M, so that it does not grow with
 * the N reference values and M current ones. The missing values are a bin. Blind to what happens
 * inside a bin.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * import { referenceColumn } from "./reference_column.ts";
 * // The table 2 0 | 1 1 has the statistic 4 / 3, times 1 / 2 + 1 / 2.
 * const reference = referenceColumn("beds", Float64Array.of(2, 2));
 * const score = chiSquare.compute(reference, columnSample(Float64Array.of(2, 4)));
 * assert.ok(Math.abs(score - 4 / 3) < 1e-12);
 * ```
 */
export const chiSquare: DriftTest = {
  name: "chi_square",
  compute: (column, sample) =>
    filledBins(column, sample).reduce((sum, { reference, current }) => {
      const difference = current / sample.n - reference / column.n;
      return sum + difference ** 2 * ((column.n + sample.n) / (reference + current));
    }, 0),
  noChangeFloor: chiSquareFloor,
};
