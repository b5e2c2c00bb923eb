/** Numbers of one column, to be compared at a glance. */

import { shortNumber } from "./quantities.ts";

/**
 * The numbers of a column with the same decimals, as many as give the largest four digits. Columns
 * of whole numbers have none; one that spans more than decimals can show is written number by
 * number.
 *
 * @param values Undefined stands for an empty cell.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(alignedNumbers([0.91234, undefined, 0.5]), ["0.9123", "", "0.5000"]);
 * ```
 */
export function alignedNumbers(values: readonly (number | undefined)[]): string[] {
  const known = values.flatMap((value) =>
    value !== undefined && Number.isFinite(value) ? [Math.abs(value)] : []
  );
  const most = Math.max(0, ...known);
  const decimals = known.every(Number.isInteger)
    ? 0
    : Math.max(0, 3 - Math.max(-4, Math.floor(Math.log10(most))));
  const least = Math.min(Infinity, ...known.filter((value) => value !== 0));
  const fits = most < 1e6 && (most === 0 || most >= 1e-4) && least >= 0.5 * 10 ** -decimals;
  return values.map((value) => {
    if (value === undefined) return "";
    if (!fits || !Number.isFinite(value)) return shortNumber(value);
    return value.toFixed(decimals).replace("-", "−");
  });
}
