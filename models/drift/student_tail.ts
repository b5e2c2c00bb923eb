/** How likely a Student variable is to lie above a value. */

/**
 * P(T > t) for whole degrees of freedom, by the finite sums in the angle θ = atan(t / √ν) (Abramowitz
 * and Stegun, Handbook of Mathematical Functions, 1964, formulas 26.7.3 and 26.7.4).
 *
 * @param freedom Degrees of freedom ν, a whole number from 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(studentTail(0, 5), 0.5);
 * assert.ok(Math.abs(studentTail(1, 1) - 0.25) < 1e-15);
 * ```
 */
export function studentTail(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const square = Math.cos(angle) ** 2;
  const odd = freedom % 2 === 1;
  let term = odd ? Math.cos(angle) : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power < freedom - 1; power += 2) {
    term *= square * (power - 1) / power;
    sum += term;
  }
  const within = odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  return Math.max(0, (1 - within) / 2);
}
