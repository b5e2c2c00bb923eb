/** The bins of a histogram: laid by the reference alone, then filled with anything. */

import { quantile } from "../quantile.ts";
import { countBelow } from "./sorted_counts.ts";

const QUANTILE_BINS = 10;
/** The hours of a day still get a bin each. */
const MOST_DISTINCT = 24;

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
  return distinctValues(sorted)?.slice(0, -1) ?? distinctDeciles(sorted);
}

/** The distinct values; `undefined` when there are more than get a bin of their own. */
function distinctValues(sorted: ArrayLike<number>): number[] | undefined {
  const values: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    if (sorted[i] === values.at(-1)) continue;
    if (values.length === MOST_DISTINCT) return undefined;
    values.push(sorted[i]);
  }
  return values;
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
 * How many values fall into each bin; the last count is that of the missing values.
 *
 * @param edges Inner edges in ascending order.
 * @param values In any order, `NaN` where missing.
 * @returns `edges.length + 2` counts.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(binCounts([0, 1], Float64Array.of(-3, 0, 0.5, 9, NaN)), [2, 1, 1, 1]);
 * ```
 */
export function binCounts(edges: readonly number[], values: Float64Array): number[] {
  const counts = new Array<number>(edges.length + 2).fill(0);
  for (const value of values) {
    counts[Number.isNaN(value) ? edges.length + 1 : countBelow(edges, value)]++;
  }
  return counts;
}
