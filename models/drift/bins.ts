/** The bins of a histogram: laid by the reference alone, then filled with anything. */

import { quantile } from "../quantile.ts";
import type { ColumnSample } from "./column_sample.ts";
import { distinctValues } from "./distinct_values.ts";
import type { ReferenceColumn } from "./reference_column.ts";
import { countBelow, countUpTo } from "./sorted_counts.ts";

const QUANTILE_BINS = 10;
/** The hours of a day still get a bin each. */
export const MOST_DISTINCT = 24;

/**
 * The inner edges of bins that share a sample evenly: one bin per value up to 24 distinct values,
 * else ten between the deciles, of which equal ones count once. Where the highest value holds all
 * of them, it has a bin and the other values share one. An edge belongs to the bin below it; the
 * first and the last bin are open.
 *
 * @param sorted Values in ascending order, without NaN.
 * @returns Edges in ascending order, one fewer than bins.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(binEdges([0, 0, 1, 5]), [0, 1]);
 * ```
 */
export function binEdges(sorted: ArrayLike<number>): number[] {
  return distinctValues(sorted, MOST_DISTINCT)?.slice(0, -1) ?? distinctDeciles(sorted);
}

function distinctDeciles(sorted: ArrayLike<number>): number[] {
  const inner = Array.from({ length: QUANTILE_BINS - 1 }, (_, i) => (i + 1) / QUANTILE_BINS);
  const edges = new Set(inner.map((share) => quantile(sorted, share)));
  // Nothing lies above the highest value: as an edge it would only cut off an empty bin.
  const highest = sorted[sorted.length - 1];
  edges.delete(highest);
  return edges.size > 0 ? [...edges] : [sorted[countBelow(sorted, highest) - 1]];
}

/**
 * How many values fall into each bin, then how many are missing. Where the reference has a bin per
 * value, the last count is that of values it never had, and no other bin has those.
 *
 * @returns `edges.length + 2` counts, or one more.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * const tenths = { edges: [0, 1], perValue: false, sketch: { values: [-9, 3, 9] } };
 * const sample = columnSample(Float64Array.of(-3, 0, 0.5, 9, NaN));
 * assert.deepEqual(binCounts(tenths, sample), [2, 1, 1, 1]);
 * const values = { edges: [0, 1], perValue: true, sketch: { values: [0, 1, 9] } };
 * assert.deepEqual(binCounts(values, sample), [1, 0, 1, 1, 2]);
 * ```
 */
export function binCounts(reference: BinnedColumn, { n, sorted }: ColumnSample): number[] {
  const { edges, perValue, sketch: { values } } = reference;
  const missing = n - sorted.length;
  if (perValue === true) {
    const known = values.map((value) => countUpTo(sorted, value) - countBelow(sorted, value));
    return [...known, missing, sorted.length - known.reduce((sum, count) => sum + count, 0)];
  }
  const passed = [...edges.map((edge) => countUpTo(sorted, edge)), sorted.length];
  return [...passed.map((count, bin) => count - (passed[bin - 1] ?? 0)), missing];
}

/** What is known of the bins of a column. */
type BinnedColumn = Pick<ReferenceColumn, "edges" | "perValue"> & {
  readonly sketch: Pick<ReferenceColumn["sketch"], "values">;
};
