/** What a drift test knows of a column's reference values. */

import { quantile } from "../quantile.ts";
import { binCounts, binEdges } from "./bins.ts";
import { type QuantileSketch, quantileSketch } from "./quantile_sketch.ts";
import { sortedPresent } from "./sorted_present.ts";

/** The distribution of a column in the reference; plain JSON data. */
export interface ReferenceColumn {
  /** Name of the column. */
  readonly column: string;
  /** Number of values, missing ones included. */
  readonly n: number;
  /** Of the values that are not missing; null where all are missing. */
  readonly median: number | null;
  /** Inner edges of the bins, in ascending order; an edge belongs to the bin below it. */
  readonly edges: readonly number[];
  /** Values per bin, and last the missing ones. */
  readonly counts: readonly number[];
  /** The values that are not missing. */
  readonly sketch: QuantileSketch;
}

/**
 * Describes the reference values of a column. Their order has no influence.
 *
 * @param values At least one, `NaN` where missing.
 * @throws {RangeError} When there are no values, or one is infinite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { n, median, counts } = referenceColumn("beds", Float64Array.of(6, 2, 4, 2, NaN));
 * assert.deepEqual({ n, median, counts }, { n: 5, median: 3, counts: [2, 1, 1, 1] });
 * ```
 */
export function referenceColumn(column: string, values: Float64Array): ReferenceColumn {
  if (values.length === 0) {
    throw new RangeError(`Cannot describe the column "${column}" without values`);
  }
  const sorted = sortedPresent(values);
  const wild = [sorted[0], sorted.at(-1)].find((value) => Math.abs(value ?? 0) === Infinity);
  if (wild !== undefined) {
    throw new RangeError(
      `Cannot describe the column "${column}" as its values must be finite or missing: ` +
        `current value is ${wild}`,
    );
  }
  const edges = binEdges(sorted);
  return {
    column,
    n: values.length,
    median: sorted.length === 0 ? null : quantile(sorted, 0.5),
    edges,
    counts: binCounts(edges, values),
    sketch: quantileSketch(sorted),
  };
}
