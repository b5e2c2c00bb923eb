/** Where the values of a column are cut into bins. */

/**
 * Cuts between the bins of a column: a value belongs to the first bin whose cut is not below it,
 * and to one more bin when it is above them all. Each distinct value has a bin of its own where
 * `most` bins are enough; otherwise so has each value that fills a bin alone, and the others share
 * the remaining bins evenly (as in LightGBM: Ke et al., LightGBM: A Highly Efficient Gradient
 * Boosting Decision Tree, NIPS 2017). The bins depend on the order of the values, not on their
 * size: a monotone transform that keeps them apart leaves every value in its bin.
 *
 * @param sorted Values in ascending order, without NaN.
 * @param most Bins at most, a whole number from 2.
 * @returns Ascending float32 values, one fewer than bins: halfway between two values, so that a
 * value never seen goes with the nearest one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...featureCuts(Float32Array.of(1, 1, 2, 4), 255)], [1.5, 3]);
 * assert.deepEqual([...featureCuts(Float32Array.of(1, 2, 3, 4), 2)], [2.5]);
 * ```
 */
export function featureCuts(sorted: Float32Array, most: number): Float32Array {
  const { values, counts } = distinct(sorted);
  const last = values.length - 1;
  if (last < most) {
    return Float32Array.from({ length: Math.max(last, 0) }, (_, i) => between(values, i));
  }
  let fair = sorted.length / most;
  const alone = counts.map((count) => count >= fair);
  let rows = sorted.length;
  let bins = most;
  counts.forEach((count, i) => {
    if (!alone[i]) return;
    rows -= count;
    bins--;
  });
  fair = rows / bins;
  const cuts: number[] = [];
  let filled = 0;
  for (let i = 0; i < last && cuts.length < most - 1; i++) {
    filled += counts[i];
    if (!alone[i]) rows -= counts[i];
    if (alone[i] || filled >= fair || (alone[i + 1] && filled >= Math.max(1, fair / 2))) {
      cuts.push(between(values, i));
      filled = 0;
      if (!alone[i]) fair = rows / --bins;
    }
  }
  return Float32Array.from(cuts);
}

function distinct(sorted: Float32Array): { values: number[]; counts: number[] } {
  const values: number[] = [];
  const counts: number[] = [];
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    values.push(sorted[start]);
    counts.push(end - start);
    start = end;
  }
  return { values, counts };
}

/** A float32 value from values[i] up to, but not, values[i + 1]. */
function between(values: readonly number[], i: number): number {
  const middle = Math.fround((values[i] + values[i + 1]) / 2);
  return middle < values[i + 1] ? middle : values[i];
}
