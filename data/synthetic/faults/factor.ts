/** By how much faults of proportion multiply a load. */

import type { Random } from "../random.ts";
import type { MeterLoad } from "./meter_load.ts";

/**
 * A factor that moves the meter's median up by `from` to `to` scales, or the inverse of such a
 * factor, with equal chance. A scale counts as no more than the median itself, so the factor lies
 * between 1 / (1 + to) and 1 + to.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const load = { median: 4, scale: 2, night: [], dayOverNight: 0 };
 * assert.equal(drawFactor(load, 1, 1, () => 0.9), 1.5);
 * assert.equal(drawFactor(load, 1, 1, () => 0.1), 1 / 1.5);
 * ```
 */
export function drawFactor(load: MeterLoad, from: number, to: number, random: Random): number {
  const scales = from + (to - from) * random();
  const factor = 1 + scales * load.scale / Math.max(load.median, load.scale);
  return random() < 0.5 ? 1 / factor : factor;
}
