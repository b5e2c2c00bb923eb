/** How far rows lie from the directions in which those of the reference vary. */

import { pca } from "../../detectors/pca.ts";
import { trainingRows } from "../../detectors/training_rows.ts";
import { requireColumns } from "../../matrix.ts";
import type { RowDriftTest } from "./row_drift.ts";

/** Share of the variance that the axes keep, as in NannyML. */
const KEPT = 0.65;
/** One standard normal value in twenty lies further from 0. */
const CRITICAL = 1.96;

/**
 * The mean reconstruction error as NannyML defines it (How it works: multivariate drift): columns are
 * scaled to the reference's mean and deviation, a missing value counts as the mean, the leading
 * principal axes that hold 65 % of the reference's variance are kept, and what they leave of a row has
 * the error for its length. It rises where what holds between columns no longer does, and falls where
 * rows vary less. Differences from NannyML: no categories, and never all axes.
 *
 * Without change it is the reference's mean error, give or take 1.96 deviations of it over √(1 / N +
 * 1 / M) for N reference rows and M current ones.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../../matrix.ts";
 * const along = matrix(["kwh", "cost"], [1, 1, 2, 2.1, 3, 2.9, 4, 4]);
 * const across = matrix(["kwh", "cost"], [1, 4, 2, 3, 3, 2, 4, 1]);
 * const learnt = await pcaReconstruction.learn(along, { seed: 7 });
 * assert.ok(await learnt.compute(along) < 0.1 && await learnt.compute(across) > 1);
 * ```
 */
export const pcaReconstruction: RowDriftTest = {
  name: "pca_reconstruction",
  async learn(reference, context) {
    const fitted = await pca({ keep: KEPT }).fit(reference, context);
    const usual = fitted.anomalyScores(trainingRows(reference, context));
    const mean = average(usual);
    const squares = usual.reduce((sum, error) => sum + (error - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / usual.length);
    return {
      compute(current) {
        requireColumns(current, reference.columns);
        return Promise.resolve(average(fitted.anomalyScores(trainingRows(current, context))));
      },
      noChangeRange(rows) {
        const margin = CRITICAL * deviation * Math.sqrt(1 / usual.length + 1 / rows);
        return { lowest: mean - margin, highest: mean + margin };
      },
    };
  },
};

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
