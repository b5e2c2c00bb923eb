/** The door every score enters through. */

import { type Matrix, requireColumns } from "../matrix.ts";

/** The largest finite float32. */
export const LARGEST = (2 - 2 ** -23) * 2 ** 127;

/**
 * The rows of `x` with ±{@linkcode LARGEST} in place of infinite values, so that a meter that
 * reports nonsense still gets a finite score; `x` itself where all is finite.
 *
 * @param columns The columns of the fit.
 * @throws {TypeError} When `x` has other columns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const rows = scoringRows(matrix(["kwh"], [1, -Infinity]), ["kwh"]);
 * assert.deepEqual([...rows.values], [1, -LARGEST]);
 * ```
 */
export function scoringRows(x: Matrix, columns: readonly string[]): Matrix {
  requireColumns(x, columns);
  if (!someInfinite(x.values)) return x;
  // NaN passes through both comparisons as itself.
  const values = x.values.map((value) => Math.min(Math.max(value, -LARGEST), LARGEST));
  return { ...x, values };
}

/** A loop takes a tenth of the time of a callback for each value. */
function someInfinite(values: Float32Array): boolean {
  for (let at = 0; at < values.length; at++) {
    if (Math.abs(values[at]) > LARGEST) return true;
  }
  return false;
}
