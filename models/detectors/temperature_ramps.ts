/** A piecewise-linear answer to temperature, as a sum of ramps. */

/** Where slopes may change, °C: the bins of CalTRACK's hourly methods end at 30 to 90 °F. */
export const CALTRACK_BREAKPOINTS: readonly number[] = [30, 45, 55, 65, 75, 90]
  .map((fahrenheit) => (fahrenheit - 32) / 1.8);

/**
 * The points where the slope may change: the lowest and highest temperature, and the breakpoints
 * that lie between them. Fewer than two different temperatures have no slope, and no knots.
 *
 * @param temperatures Finite, in °C, in any order.
 * @param breakpoints In °C, increasing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(temperatureKnots([3, 12, 20], [0, 10, 20, 30]), [3, 10, 20]);
 * ```
 */
export function temperatureKnots(
  temperatures: ArrayLike<number>,
  breakpoints: readonly number[],
): number[] {
  const sorted = Float64Array.from(temperatures).sort();
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
  if (!(lowest < highest)) return [];
  const inner = breakpoints.filter((point) => point > lowest && point < highest);
  return [lowest, ...inner, highest];
}

/**
 * How far a temperature has climbed from each knot towards the next, in °C. The sum is its
 * distance from the first knot; below that and above the last one all stand still, so a slope is
 * not carried on to temperatures it was not fitted to.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(temperatureRamps(12, [0, 10, 20]), [10, 2]);
 * assert.deepEqual(temperatureRamps(-5, [0, 10, 20]), [0, 0]);
 * ```
 */
export function temperatureRamps(temperature: number, knots: readonly number[]): number[] {
  return knots.slice(1).map((knot, k) =>
    Math.min(Math.max(temperature, knots[k]), knot) - knots[k]
  );
}
