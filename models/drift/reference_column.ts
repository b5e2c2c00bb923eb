/** What a drift test knows of a column's reference values. */

import { quantile } from "../quantile.ts";
import { binCounts, binEdges, MOST_DISTINCT } from "./bins.ts";
import { columnSample } from "./column_sample.ts";
import { distinctValues } from "./distinct_values.ts";
import { type QuantileSketch, quantileSketch } from "./quantile_sketch.ts";

/** The distribution of a column in the reference; plain JSON data. */
export interface ReferenceColumn {
  /** Name of the column. */
  readonly column: string;
  /** Number of values, missing ones included. */
  readonly n: number;
  /** Of the values that are not missing; null where all are missing. */
  readonly median: number | null;
  /**
   * Standard deviation of the values that are not missing, over their number; null where all are
   * missing. Profiles of before it was kept have no thresholds of a test that needs it.
   */
  readonly deviation?: number | null;
  /** Inner edges of the bins, in ascending order; an edge belongs to the bin below it. */
  readonly edges: readonly number[];
  /** Whether each value has a bin of its own, which is so for up to 24 of them. */
  readonly perValue?: boolean;
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
export function referenceColumn(
  column: string,
  values: Float32Array | Float64Array,
): ReferenceColumn {
  if (values.length === 0) {
    throw new RangeError(`Cannot describe the column "${column}" without values`);
  }
  const sample = columnSample(values);
  const { sorted } = sample;
  const wild = [sorted[0], sorted.at(-1)].find((value) => Math.abs(value ?? 0) === Infinity);
  if (wild !== undefined) {
    throw new RangeError(
      `Cannot describe the column "${column}" as its values must be finite or missing: ` +
        `current value is ${wild}`,
    );
  }
  const bins = {
    edges: binEdges(sorted),
    perValue: sorted.length > 0 && distinctValues(sorted, MOST_DISTINCT) !== undefined,
    sketch: quantileSketch(sorted),
  };
  return {
    column,
    n: values.length,
    median: sorted.length === 0 ? null : quantile(sorted, 0.5),
    deviation: sorted.length === 0 ? null : deviation(sorted),
    edges: bins.edges,
    perValue: bins.perValue,
    counts: binCounts(bins, sample).slice(0, bins.edges.length + 2),
    sketch: bins.sketch,
  };
}

/** Counted from the lowest value, so that equal ones have none, not even by rounding. */
function deviation(sorted: Float32Array | Float64Array): number {
  const [origin] = sorted;
  let sum = 0;
  for (let i = 0; i < sorted.length; i++) sum += sorted[i] - origin;
  const mean = sum / sorted.length;
  let squares = 0;
  for (let i = 0; i < sorted.length; i++) squares += (sorted[i] - origin - mean) ** 2;
  return Math.sqrt(squares / sorted.length);
}
