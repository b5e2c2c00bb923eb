/** The population stability index: how differently values spread over the reference's bins. */

import { chiSquareFloor, filledBins } from "./filled_bins.ts";
import type { DriftTest } from "./test_contract.ts";

/** What an empty bin is taken to hold, so that it has a logarithm. */
const SMALL_COUNT = 0.5;

/**
 * Σ (q − p) · ln(q / p) over the bins, the missing values being one of them: the Jeffreys
 * divergence of the current shares q from the reference's p (Siddiqi, Credit Risk Scorecards,
 * 2006). A bin that one side leaves empty is taken to hold half a value there; one that both leave
 * empty says nothing. Blind to what happens inside a bin.
 *
 * Without change it is about Σ (q − p)² / p, whose floor it has (Yurdakul, Statistical Properties of
 * Population Stability Index, 2018).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * import { referenceColumn } from "./reference_column.ts";
 * const reference = referenceColumn("kwh", Float64Array.of(1, 1, 2, 2));
 * assert.equal(psi.compute(reference, columnSample(Float64Array.of(2, 1, 2, 1))), 0);
 * ```
 */
export const psi: DriftTest = {
  name: "psi",
  compute: (column, sample) =>
    filledBins(column, sample).reduce((sum, { reference, current }) => {
      const p = Math.max(reference, SMALL_COUNT) / column.n;
      const q = Math.max(current, SMALL_COUNT) / sample.n;
      return sum + (q - p) * Math.log(q / p);
    }, 0),
  noChangeFloor: chiSquareFloor,
};
