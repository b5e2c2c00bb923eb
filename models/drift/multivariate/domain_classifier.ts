/** How well a classifier tells current rows from those of the reference. */

import { gradientBoosting } from "../../detectors/gradient_boosting.ts";
import { trainingRows } from "../../detectors/training_rows.ts";
import { type Matrix, requireColumns, selectRows } from "../../matrix.ts";
import { rocAuc } from "../../metrics/roc_auc.ts";
import type { RowDriftTest } from "./row_drift.ts";

const FOLDS = 5;
/** Rows of a side that are looked at, as a fit to more takes long and says little more. */
const MOST_ROWS = 4000;
const FEWEST_ROWS = 50;
/** One standard normal value in twenty lies above. */
const CRITICAL = 1.645;
/** Small trees, few of them: differences must be plain to be learnt from so few rows. */
const CHOICES = { trees: 30, learningRate: 0.1, leaves: 8, leafRows: 20, rowShare: 0.8 };

/**
 * The area under the ROC curve with which gradient boosting, trained on four fifths of both sides'
 * rows, tells those of the last fifth apart; the mean over the fifths (Friedman, On Multivariate
 * Goodness-of-Fit and Two-Sample Testing, 2003; Lopez-Paz and Oquab, Revisiting Classifier Two-Sample
 * Tests, 2017). 0.5 where they look the same, 1 where they never do; missing values are part of the
 * looks. Up to 4000 rows of each side are drawn by the seed, and each side's are dealt to the fifths in
 * the order drawn.
 *
 * Without change it is 0.5 with the variance (n + m + 5) / (12 n m) of five Mann-Whitney statistics
 * (Mann and Whitney 1947) of n and m rows in all; the highest usual value is the 95 % quantile. A lower
 * one than 0.5 says nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../../matrix.ts";
 * const hours = (shift: number) =>
 *   matrix(["kwh"], Array.from({ length: 200 }, (_, row) => Math.sin(row) + shift));
 * const learnt = await domainClassifier.learn(hours(0), { seed: 7 });
 * assert.equal(await learnt.compute(hours(9)), 1);
 * assert.equal(await learnt.compute(hours(0)), 0.5);
 * ```
 */
export const domainClassifier: RowDriftTest = {
  name: "domain_classifier",
  // deno-lint-ignore require-await
  async learn(reference, context) {
    const before = drawnRows(reference, context.seed);
    return {
      async compute(current) {
        requireColumns(current, reference.columns);
        const now = drawnRows(current, context.seed);
        const rows = stacked(before, now);
        const labels = new Uint8Array(rows.rows).fill(1, before.rows);
        let areas = 0;
        for (let fold = 0; fold < FOLDS; fold++) {
          const [held, others] = parts(before.rows, now.rows, fold);
          const fitted = await gradientBoosting(CHOICES).fit(selectRows(rows, others), {
            ...context,
            labels: Uint8Array.from(others, (row) => labels[row]),
          });
          const scores = fitted.anomalyScores(selectRows(rows, held));
          areas += rocAuc(Uint8Array.from(held, (row) => labels[row]), scores);
        }
        return areas / FOLDS;
      },
      noChangeRange(rows) {
        const [n, m] = [before.rows, Math.min(rows, MOST_ROWS)];
        const deviation = Math.sqrt((n + m + FOLDS) / (12 * n * m));
        return { lowest: 0, highest: Math.min(1, 0.5 + CRITICAL * deviation) };
      },
    };
  },
};

/** The first rows in the canonical order, which is one of chance. */
function drawnRows(x: Matrix, seed: number): Matrix {
  if (x.rows < FEWEST_ROWS) {
    throw new RangeError(
      `Cannot tell rows apart as each side must have at least ${FEWEST_ROWS}: ` +
        `current number is ${x.rows}`,
    );
  }
  const ordered = trainingRows(x, { seed });
  const count = Math.min(x.rows, MOST_ROWS);
  return selectRows(ordered, Uint32Array.from({ length: count }, (_, row) => row));
}

function stacked(before: Matrix, now: Matrix): Matrix {
  const values = new Float32Array(before.values.length + now.values.length);
  values.set(before.values);
  values.set(now.values, before.values.length);
  return { columns: before.columns, rows: before.rows + now.rows, values };
}

/** The rows of a fold, every fifth of each side, and all others. */
function parts(before: number, now: number, fold: number): [Uint32Array, Uint32Array] {
  const rows = Array.from({ length: before + now }, (_, row) => row);
  const isHeld = (row: number) => (row < before ? row : row - before) % FOLDS === fold;
  return [
    Uint32Array.from(rows.filter(isHeld)),
    Uint32Array.from(rows.filter((row) => !isHeld(row))),
  ];
}
