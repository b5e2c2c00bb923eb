/** The exponential of a negative number, fast: kernels take it for every pair of rows. */

/** Parts of an octave in the table: the series then reaches no further than 1.7e-4. */
const PARTS = 2048;
const PART_BITS = 11;
const PARTS_PER_UNIT = PARTS / Math.LN2;
/** ln 2 / 2048 in two pieces (fdlibm's): the product of the first with any part is exact. */
const PART_HIGH = 6.93147180369123816490e-01 / PARTS;
const PART_LOW = 1.90821492927058770002e-10 / PARTS;
/** Beyond, results are no longer normal doubles. */
const FARTHEST = 708;

const partPowers = Float64Array.from({ length: PARTS }, (_, part) => 2 ** (-part / PARTS));
const wholePowers = Float64Array.from({ length: 1023 }, (_, whole) => 2 ** -whole);

/**
 * e^−x to a relative error below 1e-15: a table of the 2048th parts of an octave times four terms
 * of the series (Tang, Table-Driven Implementation of the Exponential Function, 1989). `Math.exp`
 * leaves compiled code for a call, which costs more than the sum.
 *
 * @param x From 0; above 708, where e^−x is below 1e-307, the result is 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(negativeExponential(0), 1);
 * assert.ok(Math.abs(negativeExponential(Math.LN2) - 0.5) < 1e-15);
 * assert.equal(negativeExponential(Infinity), 0);
 * ```
 */
export function negativeExponential(x: number): number {
  if (!(x <= FARTHEST)) return 0;
  const part = (x * PARTS_PER_UNIT + 0.5) | 0;
  const rest = part * PART_HIGH - x + part * PART_LOW;
  const series = 1 + rest * (1 + rest * (0.5 + rest * (1 / 6)));
  return wholePowers[part >> PART_BITS] * (partPowers[part & (PARTS - 1)] * series);
}
