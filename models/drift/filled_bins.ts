/** The bins of a reference beside those of current values. */

import { binCounts } from "./bins.ts";
import type { ColumnSample } from "./column_sample.ts";
import { criticalChiSquare } from "./critical_chi_square.ts";
import type { ReferenceColumn } from "./reference_column.ts";

/** One bin: how many values it has before and now. */
export interface FilledBin {
  readonly reference: number;
  readonly current: number;
}

/**
 * The bins that either side fills: a bin that both leave empty says nothing. Missing values are one
 * bin, and so are those that the reference never had where each of its values has a bin.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * import { referenceColumn } from "./reference_column.ts";
 * const beds = referenceColumn("beds", Float64Array.of(2, 2, 6));
 * assert.deepEqual(filledBins(beds, columnSample(Float64Array.of(2, 4))), [
 *   { reference: 2, current: 1 },
 *   { reference: 1, current: 0 },
 *   { reference: 0, current: 1 },
 * ]);
 * ```
 */
export function filledBins(reference: ReferenceColumn, current: ColumnSample): FilledBin[] {
  return binCounts(reference, current)
    .map((count, bin) => ({ reference: reference.counts[bin] ?? 0, current: count }))
    .filter((bin) => bin.reference + bin.current > 0);
}

/**
 * What Σ (q − p)² / p over the bins stays below nineteen times in twenty, where current shares q
 * differ from the reference's p by sampling alone: 1 / N + 1 / M times a chi-square variable of B − 1
 * degrees of freedom for B bins in use, N reference values and M current ones (Pearson 1900). A
 * single bin counts as two. Divergences of the shares are about a multiple of that sum.
 *
 * @param currentCount How many values are compared, missing ones included.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const floor = chiSquareFloor({ counts: [50, 50, 0], n: 100 }, 25);
 * assert.ok(Math.abs(floor - 3.841 * (1 / 100 + 1 / 25)) < 0.01);
 * ```
 */
export function chiSquareFloor(
  { counts, n }: Pick<ReferenceColumn, "counts" | "n">,
  currentCount: number,
): number {
  const freedom = Math.max(1, counts.filter((count) => count > 0).length - 1);
  return criticalChiSquare(freedom) * (1 / n + 1 / currentCount);
}
