/** The value a sort would put at a place, without the sort. */

/**
 * Reorders values so that the one at `rank` is where a sort would put it, none before it is greater
 * and none after it is less (Hoare, Algorithm 65: Find, 1961, around the median of three). Time
 * grows with the number of values, in the worst case with its square.
 *
 * @param values Values without NaN; they are reordered.
 * @param rank A place in `values`, from 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(selectRank(Float32Array.of(5, 1, 4, 2, 3), 1), 2);
 * ```
 */
export function selectRank(values: Float32Array, rank: number): number {
  let first = 0;
  let last = values.length - 1;
  while (first < last) {
    const pivot = medianOfThree(values[first], values[(first + last) >> 1], values[last]);
    let up = first;
    let down = last;
    while (up <= down) {
      while (values[up] < pivot) up++;
      while (values[down] > pivot) down--;
      if (up > down) break;
      const low = values[down];
      values[down--] = values[up];
      values[up++] = low;
    }
    if (rank <= down) last = down;
    else if (rank >= up) first = up;
    else break;
  }
  return values[rank];
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
