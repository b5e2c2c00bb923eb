/** A distribution in at most 257 points. */

import { distinctValues } from "./distinct_values.ts";
import { countBelow, countUpTo } from "./sorted_counts.ts";

const STEPS = 256;

/**
 * Values at even shares of a sample, each once, with exact counts: less than 1 / 256 of the
 * sample lies strictly between two neighbours. Plain JSON data.
 */
export interface QuantileSketch {
  /** In ascending order, from the lowest of the sample to the highest. */
  readonly values: readonly number[];
  /** How many values of the sample are smaller than each point. */
  readonly below: readonly number[];
  /** How many values of the sample are smaller than each point or equal to it. */
  readonly upTo: readonly number[];
}

/**
 * Sketches a sample by its lowest value, its highest, and those at the 255 even shares between.
 * Up to 257 distinct values are all kept.
 *
 * @param sorted Values in ascending order, without NaN; none gives an empty sketch.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(quantileSketch([1, 1, 4]), { values: [1, 4], below: [0, 2], upTo: [2, 3] });
 * ```
 */
export function quantileSketch(sorted: ArrayLike<number>): QuantileSketch {
  const values = distinctValues(sorted, STEPS + 1) ?? evenShares(sorted);
  return {
    values,
    below: values.map((value) => countBelow(sorted, value)),
    upTo: values.map((value) => countUpTo(sorted, value)),
  };
}

function evenShares(sorted: ArrayLike<number>): number[] {
  const values = new Set<number>();
  for (let step = 0; step <= STEPS; step++) {
    values.add(sorted[Math.round((step / STEPS) * (sorted.length - 1))]);
  }
  return [...values];
}
