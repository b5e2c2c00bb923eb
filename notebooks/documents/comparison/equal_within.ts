/** Texts that differ in their numbers by no more than a tolerance. */

/** A number as people group it, or as programs write it. */
const NUMBER =
  /[-−]?\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|[-−]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?/gi;

/**
 * Whether two texts are equal but for numbers, of which each pair differs by at most `tolerance`
 * times the larger of both, or `tolerance` itself where both are below 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(isEqualWithin("420,018 kWh of 0.30000000000000004", "420,018 kWh of 0.3", 1e-9));
 * assert.ok(!isEqualWithin("1.00 kWh", "1.02 kWh", 0.01));
 * assert.ok(!isEqualWithin("1 kWh", "1 Wh", 0.01));
 * ```
 */
export function isEqualWithin(expected: string, got: string, tolerance: number): boolean {
  if (expected === got) return true;
  if (tolerance === 0) return false;
  const [left, right] = [expected, got].map((text) => text.match(NUMBER) ?? []);
  return left.length === right.length &&
    expected.replace(NUMBER, "0") === got.replace(NUMBER, "0") &&
    left.every((number, i) => isNear(toNumber(number), toNumber(right[i]), tolerance));
}

/** As {@linkcode isEqualWithin}, of two numbers. */
export function isNear(expected: number, got: number, tolerance: number): boolean {
  return Math.abs(expected - got) <= tolerance * Math.max(1, Math.abs(expected), Math.abs(got));
}

function toNumber(text: string): number {
  return Number(text.replaceAll(",", "").replace("−", "-"));
}
