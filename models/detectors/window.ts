/** Rows as windows in time: columns oldest first. */

/**
 * The window one step later in time, led by a 0: what is known when each value is expected.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...shifted(Float64Array.of(5, 6, 7))], [0, 5, 6]);
 * ```
 */
export function shifted(window: Float64Array): Float64Array {
  const later = new Float64Array(window.length);
  later.set(window.subarray(0, -1), 1);
  return later;
}

/** Steps back after which an error counts half. */
const HALF_LIFE = 2;

/** No weight is less, as one of 0 would lose the error of a window's only value. */
const LEAST_WEIGHT = 2 ** -50;

/**
 * What an error in each column counts: the newest 1, and half as much for every two steps back, but
 * no less than 2⁻⁵⁰.
 *
 * @param width Values of a window.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(fadingWeights(3), [0.5, Math.SQRT1_2, 1]);
 * ```
 */
export function fadingWeights(width: number): number[] {
  return Array.from({ length: width }, (_, j) => {
    const age = width - 1 - j;
    return Math.max(0.5 ** (age / HALF_LIFE), LEAST_WEIGHT);
  });
}
