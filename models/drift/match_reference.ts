/** Current values as they would be if their column had not drifted. */

import type { QuantileSketch } from "./quantile_sketch.ts";
import type { ReferenceColumn } from "./reference_column.ts";
import { countBelow, countUpTo } from "./sorted_counts.ts";
import { sortedPresent } from "./sorted_present.ts";

/** The fractional part of the golden ratio: its multiples spread evenly over [0, 1). */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Gives each value the reference's value of its own rank (quantile mapping): the distribution becomes
 * the reference's, and a row that was high in the column stays high. Equal values share a rank, the
 * middle one, and stay equal. Of a column with up to 257 values in the reference the result is exact,
 * else interpolated between the points of its sketch.
 *
 * Where more is missing than in the reference, evenly spaced ones of the missing rows get reference
 * values in turn, until as large a share is missing; where less is, or the reference has no value,
 * what is missing stays.
 *
 * @param current `NaN` where missing; left as it is.
 * @returns The values in the order of `current`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { referenceColumn } from "./reference_column.ts";
 * const reference = referenceColumn("kwh", Float64Array.of(1, 2, 3, 4));
 * const doubled = Float64Array.of(8, 2, 6, 4);
 * assert.deepEqual(matchReference(reference, doubled), Float64Array.of(4, 1, 3, 2));
 * ```
 */
export function matchReference(
  { n, counts, sketch }: Pick<ReferenceColumn, "n" | "counts" | "sketch">,
  current: Float64Array,
): Float64Array {
  if (sketch.values.length === 0) return current.slice();
  const sorted = sortedPresent(current);
  const shareOf = (value: number) =>
    (countBelow(sorted, value) + countUpTo(sorted, value)) / 2 / sorted.length;
  const matched = current.map((value) =>
    Number.isNaN(value) ? value : valueAt(sketch, shareOf(value))
  );
  const missing = current.length - sorted.length;
  const usuallyMissing = counts[counts.length - 1] / n * current.length;
  const filled = Math.max(0, Math.round(missing - usuallyMissing));
  let gap = 0;
  let given = 0;
  for (let row = 0; row < matched.length; row++) {
    if (!Number.isNaN(matched[row])) continue;
    gap++;
    if (Math.floor(gap * filled / missing) === given) continue;
    given++;
    matched[row] = valueAt(sketch, (given * GOLDEN) % 1);
  }
  return matched;
}

/** The value below which the share of the sketched sample lies. */
function valueAt({ values, below, upTo }: QuantileSketch, share: number): number {
  const rank = share * upTo[upTo.length - 1];
  const point = Math.min(countBelow(upTo, rank), values.length - 1);
  if (point === 0 || rank >= below[point]) return values[point];
  const [from, to] = [upTo[point - 1], below[point]];
  return values[point - 1] + (values[point] - values[point - 1]) * (rank - from) / (to - from);
}
