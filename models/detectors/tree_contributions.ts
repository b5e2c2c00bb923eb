/** What each column adds to the score of a row. */

import { type Matrix, selectRows } from "../matrix.ts";
import type { GradientBoostingState } from "./gradient_boosting.ts";
import { scoringRows } from "./scoring_rows.ts";

/** A raw score taken apart: bias + Σ byColumn, whose sigmoid is the score. */
export interface TreeContributions {
  /** The raw score of a row of which nothing is known: the values at the roots of the trees. */
  readonly bias: number;
  /** One entry per column; above 0 where it makes the row more anomalous. */
  readonly byColumn: Float64Array;
}

/**
 * Takes the score of one row apart by its paths through the trees: at each node the change of the
 * value belongs to the column tested there (Saabas, Interpreting random forests, 2014). It costs
 * about as much as the score. Of columns that say the same, the one tested first gets the credit;
 * Shapley values would share it, at a far higher cost.
 *
 * @param row Index of the row; a missing value goes the way it goes in scoring.
 * @throws {TypeError} When the columns are not those of the fit.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const { bias, byColumn } = treeContributions({
 *   kind: "gradient_boosting",
 *   columns: ["kwh", "hour"],
 *   bias: -2,
 *   trees: [{
 *     feature: [0, -1, -1],
 *     threshold: [9, 0, 0],
 *     missingLeft: [1, 0, 0],
 *     left: [1, 0, 0],
 *     right: [2, 0, 0],
 *     value: [0.5, 0, 3],
 *   }],
 * }, matrix(["kwh", "hour"], [10, 4]), 0);
 * assert.deepEqual([bias, ...byColumn], [-1.5, 2.5, 0]);
 * ```
 */
export function treeContributions(
  { columns, bias, trees }: GradientBoostingState,
  x: Matrix,
  row: number,
): TreeContributions {
  const { values } = scoringRows(selectRows(x, [row]), columns);
  const byColumn = new Float64Array(columns.length);
  let unknown = bias;
  for (const { feature, threshold, missingLeft, left, right, value } of trees) {
    unknown += value[0];
    for (let node = 0; feature[node] >= 0;) {
      const given = values[feature[node]];
      const goesLeft = Number.isNaN(given) ? missingLeft[node] === 1 : given <= threshold[node];
      const child = goesLeft ? left[node] : right[node];
      byColumn[feature[node]] += value[child] - value[node];
      node = child;
    }
  }
  return { bias: unknown, byColumn };
}
