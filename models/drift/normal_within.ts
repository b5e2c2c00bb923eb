/** How likely a standard normal value is near 0. */

/** Formula 7.1.26 of Abramowitz and Stegun. */
const SCALE = 0.3275911;
const TERMS = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];

/**
 * P(|Z| ≤ z) of a standard normal Z, with an error below 1.5e-7 (Abramowitz and Stegun, Handbook of
 * Mathematical Functions, 1964, formula 7.1.26).
 *
 * @param z Not negative.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(Math.abs(normalWithin(1.959964) - 0.95) < 1e-6);
 * ```
 */
export function normalWithin(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + SCALE * x);
  const polynomial = TERMS.reduceRight((sum, term) => (sum + term) * t, 0);
  return 1 - polynomial * Math.exp(-x * x);
}
