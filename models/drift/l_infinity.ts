/** The largest change of a bin's share. */

import { filledBins } from "./filled_bins.ts";
import { normalWithin } from "./normal_within.ts";
import type { DriftTest } from "./test_contract.ts";

/** How often no bin changes more, where nothing has changed. */
const CONFIDENCE = 0.95;
/** Halvings of the interval that holds the floor. */
const HALVINGS = 40;

/**
 * max |q − p| over the bins, from 0 to 1: the one bin that changed most, whatever the others did. The
 * missing values are a bin. Blind to what happens inside a bin.
 *
 * Without change a share p differs by a normal variable with the variance (1 / N + 1 / M) · p (1 − p).
 * The floor is what all bins stay within 19 times in 20 by Šidák's product (1967), of which one in B
 * is taken off as the last share follows from the others; a single bin counts as two even ones.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * import { referenceColumn } from "./reference_column.ts";
 * const reference = referenceColumn("beds", Float64Array.of(2, 2, 4, 6));
 * assert.equal(lInfinity.compute(reference, columnSample(Float64Array.of(2))), 0.5);
 * ```
 */
export const lInfinity: DriftTest = {
  name: "l_infinity",
  compute: (column, sample) =>
    filledBins(column, sample).reduce(
      (most, { reference, current }) =>
        Math.max(most, Math.abs(current / sample.n - reference / column.n)),
      0,
    ),
  noChangeFloor({ counts, n }, currentCount) {
    const filled = counts.filter((count) => count > 0).map((count) => count / n);
    const shares = filled.length > 1 ? filled : [1 / 2, 1 / 2];
    const deviations = shares.map((p) => Math.sqrt((1 / n + 1 / currentCount) * p * (1 - p)));
    const free = 1 - 1 / shares.length;
    let low = 0;
    let high = 1;
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (low + high) / 2;
      const within = deviations.reduce((all, sd) => all * normalWithin(middle / sd), 1);
      if (within ** free < CONFIDENCE) low = middle;
      else high = middle;
    }
    return high;
  },
};
