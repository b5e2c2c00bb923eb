/** How rare it is to lie as far out as a value, as steps along the line of numbers. */

import { LARGEST } from "./scoring_rows.ts";

/** Counts are told apart where they differ by more than this share. */
const RESOLUTION = 0.02;

/** A function that is constant between neighbouring cuts. */
export interface TailSteps {
  /** Number of the values that were counted. */
  readonly rows: number;
  /** Float32 values, ascending; step i is that of values in (cuts[i − 1], cuts[i]]. */
  readonly cuts: readonly number[];
  /**
   * One more than there are cuts: 1 + the number of values that lie as far out as the step or
   * farther, on the side where these are fewer.
   */
  readonly counts: readonly number[];
}

/**
 * The tail counts of a sample, 1 + min(#{v <= x}, #{v >= x}) for every x: where x itself joins the
 * sample, the smaller of its two tails. Counts up to 100 are exact; a larger one is
 * less than 2 % too small, so that a million values leave about 1,060 cuts.
 *
 * @param sorted Values in ascending order, finite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { cuts, counts } = tailSteps(Float32Array.of(1, 1, 1, 8));
 * assert.deepEqual(counts, [1, 4, 2, 1]);
 * assert.deepEqual(cuts, [1 - 2 ** -24, 1, 8]);
 * ```
 */
export function tailSteps(sorted: Float32Array): TailSteps {
  const rows = sorted.length;
  const rungs = ladder(rows + 1);
  const cuts: number[] = [];
  const counts = [1];
  let rung = 0;
  /** Rounds a count down to a rung; says whether that is another one than before. */
  const moves = (fromLeft: number, fromRight: number): boolean => {
    const count = 1 + Math.min(fromLeft, fromRight);
    while (rungs[rung + 1] <= count) rung++;
    while (rungs[rung] > count) rung--;
    return counts[counts.length - 1] !== rungs[rung];
  };
  for (let start = 0; start < rows;) {
    const value = sorted[start];
    let end = start + 1;
    while (end < rows && sorted[end] === value) end++;
    if (moves(end, rows - start)) {
      cuts.push(float32Below(value));
      counts.push(rungs[rung]);
    }
    if (moves(end, rows - end)) {
      cuts.push(value);
      counts.push(rungs[rung]);
    }
    start = end;
  }
  return { rows, cuts, counts };
}

/** The counts that are told apart: all of the small ones, then one in every 2 %. */
function ladder(largest: number): number[] {
  const rungs = [1];
  for (let rung = 1; rung < largest;) {
    rung = Math.max(rung + 1, Math.floor(rung * (1 + RESOLUTION)));
    rungs.push(rung);
  }
  return rungs;
}

/** The next float32 below a value, but for the lowest one, which has none. */
function float32Below(value: number): number {
  if (value === 0) return -(2 ** -149);
  const bits = new Int32Array(Float32Array.of(value).buffer);
  bits[0] += value > 0 ? -1 : 1;
  return Math.max(new Float32Array(bits.buffer)[0], -LARGEST);
}

/**
 * The step a value stands on, an index of `counts`.
 *
 * @param cuts Ascending.
 * @param value Not NaN.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([1, 8, 9].map((value) => stepOf(Float32Array.of(1, 8), value)), [0, 1, 2]);
 * ```
 */
export function stepOf(cuts: Float32Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= cuts[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Minus the logarithm of the tail probability of each step, count / (rows + 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(stepSurprises({ rows: 3, cuts: [0], counts: [4, 2] }), [0, Math.log(2)]);
 * ```
 */
export function stepSurprises({ rows, counts }: TailSteps): number[] {
  return counts.map((count) => Math.log((rows + 1) / count));
}
