/** How right labels are when nobody knows the truth: what the chances behind them promise. */

/** How many rows of each truth were reported and how many not; expected numbers have fractions. */
export interface ConfusionCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** What counts say of how right labels are; `NaN` where they leave a figure without a value. */
export interface ConfusionFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * The counts that are to be expected of reported rows, from the chance of each row to be anomalous:
 * confidence-based performance estimation (CBPE, NannyML). Without any label it is right where the
 * chances are calibrated on labelled rows that no model was fitted to, where rows that look the
 * same are as often anomalous now as then, and where the current rows lie in regions that were seen
 * then. A change of what makes a row anomalous stays unseen.
 *
 * @param chances From 0 to 1, one per row.
 * @param predicted 1 = reported as anomalous, else 0.
 * @throws {RangeError} When the columns differ in length or a chance lies outside [0, 1].
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const counts = expectedConfusion(Float64Array.of(0.75, 0.25, 0), Uint8Array.of(1, 0, 0));
 * assert.deepEqual(counts, {
 *   truePositives: 0.75,
 *   falsePositives: 0.25,
 *   falseNegatives: 0.25,
 *   trueNegatives: 1.75,
 * });
 * ```
 */
export function expectedConfusion(
  chances: Float32Array | Float64Array,
  predicted: Uint8Array,
): ConfusionCounts {
  if (chances.length !== predicted.length) {
    throw new RangeError(
      `Cannot estimate how right labels are of columns of different length: ` +
        `${chances.length} chances, ${predicted.length} labels`,
    );
  }
  const anomalous = [0, 0];
  const rows = [0, 0];
  for (let row = 0; row < chances.length; row++) {
    const chance = chances[row];
    if (!(chance >= 0 && chance <= 1)) {
      throw new RangeError(
        `Cannot estimate how right labels are as a chance must lie in [0, 1]: ` +
          `current value is ${chance}`,
      );
    }
    const side = predicted[row] === 1 ? 1 : 0;
    anomalous[side] += chance;
    rows[side]++;
  }
  return {
    truePositives: anomalous[1],
    falsePositives: rows[1] - anomalous[1],
    falseNegatives: anomalous[0],
    trueNegatives: rows[0] - anomalous[0],
  };
}

/**
 * The sum of counts, such as of several meters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const one = { truePositives: 1, falsePositives: 2, falseNegatives: 3, trueNegatives: 4 };
 * assert.equal(sumConfusion([one, one]).falseNegatives, 6);
 * ```
 */
export function sumConfusion(parts: readonly ConfusionCounts[]): ConfusionCounts {
  const total = (count: keyof ConfusionCounts) => parts.reduce((sum, part) => sum + part[count], 0);
  return {
    truePositives: total("truePositives"),
    falsePositives: total("falsePositives"),
    falseNegatives: total("falseNegatives"),
    trueNegatives: total("trueNegatives"),
  };
}

/**
 * Precision, recall and F1 of counts, known or expected.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const figures = confusionFigures({
 *   truePositives: 3,
 *   falsePositives: 1,
 *   falseNegatives: 3,
 *   trueNegatives: 9,
 * });
 * assert.deepEqual(figures, { precision: 3 / 4, recall: 1 / 2, f1: 6 / 10 });
 * ```
 */
export function confusionFigures(
  { truePositives, falsePositives, falseNegatives }: ConfusionCounts,
): ConfusionFigures {
  return {
    precision: truePositives / (truePositives + falsePositives),
    recall: truePositives / (truePositives + falseNegatives),
    f1: 2 * truePositives / (2 * truePositives + falsePositives + falseNegatives),
  };
}
