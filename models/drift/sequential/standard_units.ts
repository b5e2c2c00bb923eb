/** Values in units of the usual spread. */

import type { UsualValues } from "./change_detector.ts";

const SHORTEST_RUN = 10;

/**
 * The function that tells how many standard deviations a value lies above the mean.
 *
 * @param action What fails, for the message.
 * @throws {RangeError} When the mean is not finite, the deviation is not above 0 and finite, or the
 * run length below 10; the function, when the value is infinite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { units } = standardUnits("watch", { mean: 10, deviation: 2 });
 * assert.equal(units(13), 1.5);
 * ```
 */
export function standardUnits(
  action: string,
  { mean = 0, deviation = 1, averageRunLength = 10_000 }: UsualValues,
): { readonly units: (value: number) => number; readonly averageRunLength: number } {
  if (!Number.isFinite(mean) || !(deviation > 0 && deviation < Infinity)) {
    throw new RangeError(
      `Cannot ${action}: expected a finite mean and a finite deviation above 0, ` +
        `got ${mean} and ${deviation}`,
    );
  }
  if (!(averageRunLength >= SHORTEST_RUN && averageRunLength < Infinity)) {
    throw new RangeError(
      `Cannot ${action}: expected an average run length from ${SHORTEST_RUN}, ` +
        `got ${averageRunLength}`,
    );
  }
  return {
    averageRunLength,
    units(value) {
      if (Math.abs(value) === Infinity) {
        throw new RangeError(`Cannot ${action}: expected finite or missing values, got ${value}`);
      }
      return (value - mean) / deviation;
    },
  };
}
