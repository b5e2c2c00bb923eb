/** Bringing the scores of different detectors to one scale. */

import { quantile } from "../quantile.ts";

/** Calibrated score of the rarest tail the held-out rows can tell of; the rest is for beyond. */
const TOP = 0.95;
/** Knots nearer than this, relative above 1, would magnify rounding errors of the scores. */
const LEAST_GAP = 1e-6;

/**
 * A monotone map of raw scores to [0, 1]: 0 below the first knot, linear between knots, and above
 * the last one 0.95 + 0.05 · (1 − 1 / (1 + (score − last) / width)), so that ranks are kept.
 */
export interface Calibration {
  /** Raw scores, strictly increasing, at least two. */
  readonly knots: readonly number[];
  /** The calibrated score at each knot, from 0 to 0.95. */
  readonly values: readonly number[];
  /** Unit in which scores above the last knot count, above 0. */
  readonly width: number;
}

/**
 * Fits the map to the scores of held-out rows. A score that one such row in k reaches becomes
 * 0.95 · ln k / ln K, where K is the rarest tail in use, about one row: the measure is how rare a
 * score is, which all detectors share, and the tail gets as much room as the bulk.
 *
 * @param scores Raw scores, higher = more anomalous.
 * @throws {RangeError} When there are no scores or one is not finite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const calibration = fitCalibration([1, 2, 3]);
 * assert.deepEqual(calibration, { knots: [1, 2], values: [0, 0.95], width: 1 });
 * ```
 */
export function fitCalibration(scores: ArrayLike<number>): Calibration {
  const sorted = Float64Array.from(scores).sort();
  if (sorted.length === 0) throw new RangeError("Cannot calibrate without scores");
  const wild = sorted.find((score) => !Number.isFinite(score));
  if (wild !== undefined) {
    throw new RangeError(`Cannot calibrate as scores must be finite: current value is ${wild}`);
  }
  const rarities = raritiesUpTo(sorted.length);
  const rarest = rarities[rarities.length - 1];
  const knots = [sorted[0]];
  const values = [0];
  for (const rarity of rarities.slice(1)) {
    const knot = quantile(sorted, 1 - 1 / rarity);
    if (!isApart(knots[knots.length - 1], knot)) continue;
    knots.push(knot);
    values.push(TOP * (Math.log(rarity) / Math.log(rarest)));
  }
  const width = knots.length > 1 ? knots[knots.length - 1] - knots[knots.length - 2] : 1;
  if (values[values.length - 1] < TOP) {
    // The highest scores are tied: what exceeds them climbs to the top instead of jumping there.
    knots.push(knots[knots.length - 1] + width);
    values.push(TOP);
  }
  return { knots, values, width };
}

/**
 * The calibrated scores, one per raw score.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const calibration = { knots: [1, 2], values: [0, 0.95], width: 1 };
 * assert.deepEqual([...calibrate(calibration, [0, 1.5, 2, 3])], [0, 0.475, 0.95, 0.975]);
 * ```
 */
export function calibrate(calibration: Calibration, scores: ArrayLike<number>): Float64Array {
  const { knots, values, width } = calibration;
  const last = knots.length - 1;
  return Float64Array.from(scores, (score) => {
    if (score <= knots[0]) return 0;
    if (score > knots[last]) return 1 - (1 - TOP) / (1 + (score - knots[last]) / width);
    let above = 1;
    while (knots[above] < score) above++;
    const share = (score - knots[above - 1]) / (knots[above] - knots[above - 1]);
    return values[above - 1] + share * (values[above] - values[above - 1]);
  });
}

/** 1, 2, 5, 10, 20, 50 … up to `count`. */
function raritiesUpTo(count: number): number[] {
  const rarities: number[] = [];
  for (let power = 1; power <= count; power *= 10) rarities.push(power, 2 * power, 5 * power);
  return rarities.filter((rarity) => rarity <= count);
}

function isApart(low: number, high: number): boolean {
  return high - low > LEAST_GAP * Math.max(1, Math.abs(high));
}
