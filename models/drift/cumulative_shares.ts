/** Both cumulative distributions at the points of a reference's sketch. */

import type { ColumnSample } from "./column_sample.ts";
import type { QuantileSketch } from "./quantile_sketch.ts";
import { countBelow, countUpTo } from "./sorted_counts.ts";

/** The values of both sides that are not missing, counted at every point of the sketch. */
export interface CumulativeShares {
  /** Number of values of the reference. */
  readonly reference: number;
  /** Number of current values. */
  readonly current: number;
  /** How many current values are smaller than each point. */
  readonly below: Uint32Array;
  /** How many current values are smaller than each point or equal to it. */
  readonly upTo: Uint32Array;
  /** Cumulative share of the reference less the current one, just before each point. */
  readonly gapBelow: Float64Array;
  /** The same at each point. */
  readonly gapUpTo: Float64Array;
}

/**
 * Counts current values at the points of a sketch; `undefined` where either side has no values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const sketch = { values: [1, 4], below: [0, 1], upTo: [1, 2] };
 * const shares = cumulativeShares(sketch, { sorted: Float64Array.of(2, 3) });
 * assert.deepEqual(shares?.gapUpTo, Float64Array.of(0.5, 0));
 * assert.deepEqual(shares?.gapBelow, Float64Array.of(0, -0.5));
 * ```
 */
export function cumulativeShares(
  sketch: QuantileSketch,
  { sorted }: Pick<ColumnSample, "sorted">,
): CumulativeShares | undefined {
  const reference = presentCount(sketch);
  const current = sorted.length;
  if (reference === 0 || current === 0) return undefined;
  const below = Uint32Array.from(sketch.values, (value) => countBelow(sorted, value));
  const upTo = Uint32Array.from(sketch.values, (value) => countUpTo(sorted, value));
  const gap = (before: number, now: number) => before / reference - now / current;
  return {
    reference,
    current,
    below,
    upTo,
    gapBelow: Float64Array.from(sketch.below, (before, i) => gap(before, below[i])),
    gapUpTo: Float64Array.from(sketch.upTo, (before, i) => gap(before, upTo[i])),
  };
}

/**
 * How many values a sketch is of.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(presentCount({ values: [1, 4], below: [0, 2], upTo: [2, 3] }), 3);
 * ```
 */
export function presentCount({ upTo }: QuantileSketch): number {
  return upTo.at(-1) ?? 0;
}

/**
 * 1 / N + 1 / M for N present values of a reference and M of a sample that has as many missing.
 *
 * @param n Number of values of the reference, missing ones included.
 * @param currentCount Number of values of the sample, missing ones included.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const sketch = { values: [1, 4], below: [0, 1], upTo: [1, 2] };
 * assert.equal(presentRatio({ sketch, n: 4 }, 8), 1 / 2 + 1 / 4);
 * ```
 */
export function presentRatio(
  { sketch, n }: { readonly sketch: QuantileSketch; readonly n: number },
  currentCount: number,
): number {
  const present = presentCount(sketch);
  return 1 / present + n / (present * currentCount);
}
