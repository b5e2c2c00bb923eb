/** How many of some thresholds a value is above. */

const BUCKETS = 4096;
/** From so many thresholds in a bucket on, halving is faster than going through them. */
const CROWD = 16;

/** Sorted thresholds with a table that leads near the place of a value. */
export interface ThresholdRanks {
  /** Ascending, without repeats, followed by infinite ones that no value is above. */
  readonly thresholds: Float32Array;
  /** How many of them are not that infinite end. */
  readonly count: number;
  /** Where the thresholds of each of BUCKETS equal parts of their range begin. */
  readonly starts: Int32Array;
  readonly low: number;
  readonly scale: number;
  /** A power of two above the number of thresholds in any bucket. */
  readonly reach: number;
}

/**
 * Prepares thresholds.
 *
 * @param thresholds Finite values, at least one, ascending and without repeats.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { thresholds, count } = thresholdRanks([1, 2, 5]);
 * assert.deepEqual([...thresholds.subarray(0, count)], [1, 2, 5]);
 * ```
 */
export function thresholdRanks(thresholds: ArrayLike<number>): ThresholdRanks {
  const count = thresholds.length;
  const low = thresholds[0];
  const range = thresholds[count - 1] - low;
  const scale = range > 0 ? (BUCKETS - 1) / range : 0;
  const starts = new Int32Array(BUCKETS);
  for (let i = 0; i < count; i++) starts[bucketOf(thresholds[i], low, scale)]++;
  let reach = 1;
  for (let bucket = 0, total = 0; bucket < BUCKETS; bucket++) {
    const inside = starts[bucket];
    while (reach <= inside) reach *= 2;
    starts[bucket] = total;
    total += inside;
  }
  const padded = new Float32Array(count + reach).fill(Infinity);
  padded.set(thresholds);
  return { thresholds: padded, count, starts, low, scale, reach };
}

/**
 * How many thresholds each of some values is above; all where it is missing.
 *
 * @param into Takes a rank for each of the values, and says by its length how many there are.
 * @param values Where the values stand.
 * @param first Index of the first.
 * @param step From each to the next.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const into = new Int32Array(2);
 * ranksOf(into, thresholdRanks([0.5, 3]), Float32Array.of(0.5, 9, 3, 9), 0, 2);
 * assert.deepEqual([...into], [0, 1]);
 * ```
 */
export function ranksOf(
  into: Int32Array,
  { thresholds, count, starts, low, scale, reach }: ThresholdRanks,
  values: Float32Array,
  first: number,
  step: number,
): void {
  const half = reach > CROWD ? reach >> 1 : 0;
  for (let i = 0, at = first; i < into.length; i++, at += step) {
    const value = values[at];
    let rank = starts[bucketOf(value, low, scale)];
    for (let length = half; length > 0; length >>= 1) {
      rank += length & -+(thresholds[rank + length - 1] < value);
    }
    while (thresholds[rank] < value) rank++;
    into[i] = value === value ? rank : count;
  }
}

function bucketOf(value: number, low: number, scale: number): number {
  const place = (value - low) * scale;
  return place > 0 ? place < BUCKETS - 1 ? place | 0 : BUCKETS - 1 : 0;
}
