/** Where one chi-square variable in twenty lies above. */

/** One standard normal value in twenty lies above. */
const CRITICAL = 1.645;

/**
 * The 95 % quantile of the chi-square distribution, by Wilson and Hilferty's cube root (1931): 3 %
 * too low for one degree of freedom, less than 1 % for three or more.
 *
 * @param freedom Degrees of freedom, above 0; they need not be whole.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * // Tables say 16.919.
 * assert.ok(Math.abs(criticalChiSquare(9) - 16.919) < 0.05);
 * ```
 */
export function criticalChiSquare(freedom: number): number {
  const variance = 2 / (9 * freedom);
  return freedom * (1 - variance + CRITICAL * Math.sqrt(variance)) ** 3;
}
