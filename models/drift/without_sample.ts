/** What a reference knows when a part of it is held back. */

import { binCounts } from "./bins.ts";
import type { ColumnSample } from "./column_sample.ts";
import type { ReferenceColumn } from "./reference_column.ts";
import { countBelow, countUpTo } from "./sorted_counts.ts";

/**
 * The reference without the values of a sample that is part of it, so that the sample can be
 * compared with the others alone. Only what is counted changes: bins, points of the sketch,
 * median and deviation stay, which spares to sort all other values once per sample.
 *
 * @param sample Values of the reference; some must be left.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * import { referenceColumn } from "./reference_column.ts";
 * const beds = referenceColumn("beds", Float64Array.of(2, 2, 4, 6, NaN));
 * const { n, counts } = withoutSample(beds, columnSample(Float64Array.of(2, 6)));
 * assert.deepEqual({ n, counts }, { n: 3, counts: [1, 1, 0, 1] });
 * ```
 */
export function withoutSample(reference: ReferenceColumn, sample: ColumnSample): ReferenceColumn {
  const { n, counts, sketch } = reference;
  const taken = binCounts(reference, sample);
  const { sorted } = sample;
  return {
    ...reference,
    n: n - sample.n,
    counts: counts.map((count, bin) => count - taken[bin]),
    sketch: {
      values: sketch.values,
      below: sketch.below.map((count, i) => count - countBelow(sorted, sketch.values[i])),
      upTo: sketch.upTo.map((count, i) => count - countUpTo(sorted, sketch.values[i])),
    },
  };
}
