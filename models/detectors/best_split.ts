/** The best place to part the rows of a leaf. */

import type { FeatureBins } from "./feature_bins.ts";
import type { GradientUnits } from "./log_loss.ts";

/** Second derivatives a leaf holds at least, as in LightGBM: below, its value is mostly rounding. */
export const LEAST_SECOND = 1e-3;

/** What every split must keep to. */
export interface SplitRules {
  readonly units: GradientUnits;
  /** Rows on each side at least. */
  readonly leafRows: number;
  /** L2 regularisation: added to the second derivatives of each side. */
  readonly l2: number;
}

/** Sums of gradients over rows, in whole numbers. */
export interface GradientTotals {
  /** Of the first derivatives. */
  readonly first: number;
  /** Of the second derivatives, and a whole row per row. */
  readonly second: number;
}

/** A parting of the rows of a leaf by one feature. */
export interface Split {
  /** How much the split lowers the loss, up to a factor. */
  readonly gain: number;
  readonly feature: number;
  /** The last bin on the left among the bins of all features. */
  readonly bin: number;
  readonly missingLeft: boolean;
  /** The sums over the rows that go left. */
  readonly left: GradientTotals;
}

/**
 * The second derivatives in a sum, without its rows.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(secondDerivatives(2 * 16 + 3, { first: 4, second: 8, row: 16 }), 3);
 * ```
 */
export function secondDerivatives(sum: number, { row }: GradientUnits): number {
  return sum - Math.floor(sum / row) * row;
}

/**
 * The split of a leaf with the highest gain
 * G_L² / (H_L + l2) + G_R² / (H_R + l2) − G² / (H + l2), where G and H are sums of first and second
 * derivatives (equation 7 of Chen and Guestrin, XGBoost, KDD 2016); none where no gain is above 0.
 * Missing values try both sides; where the leaf has none they go with the more rows. Among equal
 * gains the first feature and its highest bin win, as in LightGBM.
 *
 * @param features The features tried, ascending.
 * @param sums Two sums per bin: the histogram of the leaf.
 * @param total The sums over all rows of the leaf.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const units = { first: 1, second: 1, row: 1024 };
 * // Two values with two rows each, and no missing ones.
 * const sums = Float64Array.of(-4, 2049, 4, 2049, 0, 0);
 * const split = findSplit(
 *   { starts: Int32Array.of(0, 3) },
 *   Uint32Array.of(0),
 *   sums,
 *   { first: 0, second: 4098 },
 *   { units, leafRows: 1, l2: 1 },
 * );
 * assert.deepEqual([split?.gain, split?.bin], [4 ** 2 / 2 + 4 ** 2 / 2, 0]);
 * ```
 */
export function findSplit(
  { starts }: Pick<FeatureBins, "starts">,
  features: Uint32Array,
  sums: Float64Array,
  total: GradientTotals,
  { units, leafRows, l2 }: SplitRules,
): Split | undefined {
  const { first, second } = total;
  const row = units.row;
  const perRow = 1 / row;
  const leastRows = leafRows * row;
  const leastWeight = LEAST_SECOND * units.second;
  const ridge = l2 * units.second;
  const weight = secondDerivatives(second, units);
  const before = first * first / (weight + ridge);
  let best = before;
  let bestFeature = -1;
  let bestBin = 0;
  let bestMissingLeft = false;
  let bestFirst = 0;
  let bestSecond = 0;
  for (let k = 0; k < features.length; k++) {
    const feature = features[k];
    const missing = starts[feature + 1] - 1;
    // Missing values first go left, as in LightGBM, and where there are any then right.
    const sides = sums[2 * missing + 1] > 0 ? 2 : 1;
    for (let side = 0; side < sides; side++) {
      const onRight = side === sides - 1;
      let rightFirst = onRight ? sums[2 * missing] : 0;
      let rightSecond = onRight ? sums[2 * missing + 1] : 0;
      let passed = rightSecond;
      for (let bin = missing - 1; bin >= starts[feature]; bin--) {
        const leftSecond = second - rightSecond;
        if (leftSecond < leastRows) break;
        // A bin without rows parts them as the one before.
        if (passed > 0 && rightSecond >= leastRows) {
          const rightWeight = rightSecond - Math.floor(rightSecond * perRow) * row;
          const leftWeight = weight - rightWeight;
          if (rightWeight >= leastWeight && leftWeight >= leastWeight) {
            const leftFirst = first - rightFirst;
            const gain = leftFirst * leftFirst / (leftWeight + ridge) +
              rightFirst * rightFirst / (rightWeight + ridge);
            if (gain > best) {
              best = gain;
              bestFeature = feature;
              bestBin = bin;
              bestMissingLeft = sides === 2 ? !onRight : leftSecond >= rightSecond;
              bestFirst = leftFirst;
              bestSecond = leftSecond;
            }
          }
        }
        passed = sums[2 * bin + 1];
        rightFirst += sums[2 * bin];
        rightSecond += passed;
      }
    }
  }
  if (bestFeature < 0) return undefined;
  return {
    gain: best - before,
    feature: bestFeature,
    bin: bestBin,
    missingLeft: bestMissingLeft,
    left: { first: bestFirst, second: bestSecond },
  };
}
