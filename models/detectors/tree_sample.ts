/** Which rows and features a tree learns from. */

import { sampleIndices } from "../sample.ts";

/** Shares of what there is that each tree learns from, above 0 and at most 1. */
export interface SampleRules {
  /** Each row is drawn with this probability. */
  readonly rowShare: number;
  /** So many of the features are drawn, rounded up. */
  readonly columnShare: number;
}

/** What one tree learns from. Lists are ascending. */
export interface TreeSample {
  readonly rows: Uint32Array;
  readonly otherRows: Uint32Array;
  readonly features: Uint32Array;
}

/**
 * Draws the rows and features of a tree (Friedman, Stochastic Gradient Boosting, 2002): trees that
 * see different halves err less alike. Draws nothing where the shares are 1, and again where no
 * row was drawn.
 *
 * @param rows Number of rows, at least one.
 * @param features Number of features.
 * @param random Uniform numbers in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { random } from "../random.ts";
 * const sample = drawTreeSample(9, 5, { rowShare: 1, columnShare: 0.3 }, random(7));
 * assert.deepEqual([sample.rows.length, sample.features.length], [9, 2]);
 * ```
 */
export function drawTreeSample(
  rows: number,
  features: number,
  { rowShare, columnShare }: SampleRules,
  random: () => number,
): TreeSample {
  const drawn = new Uint32Array(rows);
  const others = new Uint32Array(rows);
  let count = 0;
  while (count === 0) {
    for (let row = 0; row < rows; row++) {
      if (rowShare === 1 || random() < rowShare) drawn[count++] = row;
      else others[row - count] = row;
    }
  }
  return {
    rows: drawn.subarray(0, count),
    otherRows: others.subarray(0, rows - count),
    features: sampleIndices(features, Math.ceil(features * columnShare), random).sort(),
  };
}
