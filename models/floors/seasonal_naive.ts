/** The floor that expects last week again. */

import type { Floor } from "./floor.ts";

const CHANGE = "change_168h";

/**
 * Scores a row by how far it is from the same hour a week before: |change_168h|, in the unit of
 * that column; 0 where it is missing. It throws a TypeError where there is no such column.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["change_168h"], [0.5, -2, NaN]);
 * assert.deepEqual([...seasonalNaiveFloor.anomalyScores(x, 7)], [0.5, 2, 0]);
 * ```
 */
export const seasonalNaiveFloor: Floor = {
  name: "seasonal_naive",
  anomalyScores(x) {
    const column = x.columns.indexOf(CHANGE);
    if (column < 0) {
      throw new TypeError(
        `Cannot compare with the week before without the column "${CHANGE}": ` +
          `current columns are ${x.columns.join(", ")}`,
      );
    }
    return Float64Array.from({ length: x.rows }, (_, row) => {
      const change = x.values[row * x.columns.length + column];
      return Number.isNaN(change) ? 0 : Math.abs(change);
    });
  },
};
