/** What every floor must do: the suite each member of the family runs. */

import assert from "node:assert/strict";
import { matrix, selectRows } from "../matrix.ts";
import type { Floor } from "./floor.ts";

const X = matrix(["change_168h", "hour"], [1, 0, -2, 1, NaN, 2, 0, NaN, NaN, NaN, 1e30, -1e30]);

/** A promise a floor keeps, and the check of it. */
export interface Criterion {
  readonly name: string;
  check(floor: Floor): void;
}

/** The criteria in order. The check throws an AssertionError where a floor falls short. */
export const criteria: readonly Criterion[] = [
  {
    name: "gives one finite score per row, also where values are missing or huge",
    check(floor) {
      const scores = floor.anomalyScores(X, 7);
      assert.equal(scores.length, X.rows);
      assert.ok(scores.every(Number.isFinite), `scores: ${scores}`);
      assert.equal(floor.anomalyScores(matrix(X.columns, []), 7).length, 0);
    },
  },
  {
    name: "scores a row the same alone, elsewhere and again",
    check(floor) {
      const scores = floor.anomalyScores(X, 7);
      for (let row = 0; row < X.rows; row++) {
        const moved = floor.anomalyScores(selectRows(X, [5, row, 0]), 7)[1];
        assert.equal(moved, scores[row]);
        assert.equal(floor.anomalyScores(selectRows(X, [row]), 7)[0], scores[row]);
      }
    },
  },
  {
    name: "leaves its input as it was",
    check(floor) {
      const before = X.values.slice();
      floor.anomalyScores(X, 7);
      assert.deepEqual(X.values, before);
    },
  },
];
