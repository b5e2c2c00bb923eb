/** Why a row scores as it does: what its score would be if one feature were usual. */

import { type Matrix, matrix, requireColumns } from "../matrix.ts";

/** What scores rows: a session of an ONNX model, for one. */
export interface ExplainableScorer {
  readonly columns: readonly string[];
  /** Names of the members, in the order of `memberScores`. */
  readonly members: readonly string[];
  score(x: Matrix): Promise<{
    /** One per row. */
    readonly score: Float32Array | Float64Array;
    /** Rows × members, row-major. */
    readonly memberScores: Float32Array | Float64Array;
  }>;
}

/** What one feature has to do with a score. */
export interface FeatureContribution {
  readonly column: string;
  /** The row's own value; NaN where it is missing. */
  readonly value: number;
  /** The usual value that took its place. */
  readonly reference: number;
  /** How much lower the score is then: above 0 where the value makes the row odd. */
  readonly drop: number;
}

/** Why one row scores as it does. */
export interface Explanation {
  readonly score: number;
  /** The calibrated score of each member. */
  readonly members: readonly { readonly name: string; readonly score: number }[];
  /** One per column, in the order of the columns. */
  readonly features: readonly FeatureContribution[];
}

/**
 * Explains rows by occlusion, from scores alone and so for any detector: each feature in turn is
 * given its reference, and the drop of the score is what it contributed (Robnik-Šikonja and
 * Kononenko, Explaining Classifications for Individual Instances, IEEE TKDE 20(5), 2008, with one
 * reference in place of the mean over all values). A missing value is replaced like any other.
 *
 * One feature at a time: where two carry the same news, either alone is enough for a high score, and
 * both drops are small; a row odd only in a combination shows it on all features of it. Drops do not
 * sum to the score. Says what the model looked at, not what went wrong in the building.
 *
 * Costs columns + 1 scored rows per row.
 *
 * @param x The rows to explain.
 * @param reference The usual value of every column, as `referenceRow` gives it.
 * @throws {TypeError} When the columns are not those of the scorer.
 * @throws {RangeError} When the reference has not one value per column.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { type Matrix, matrix } from "../matrix.ts";
 * const scorer = {
 *   columns: ["kwh", "hour"],
 *   members: ["kwh_itself"],
 *   score(x: Matrix) {
 *     const score = x.values.filter((_, at) => at % 2 === 0);
 *     return Promise.resolve({ score, memberScores: score });
 *   },
 * };
 * const [{ features }] = await explain(scorer, matrix(scorer.columns, [0.75, 3]), [0.25, 12]);
 * assert.deepEqual(features.map(({ drop }) => drop), [0.5, 0]);
 * ```
 */
export async function explain(
  scorer: ExplainableScorer,
  x: Matrix,
  reference: ArrayLike<number>,
): Promise<Explanation[]> {
  requireColumns(x, scorer.columns);
  const width = x.columns.length;
  if (reference.length !== width) {
    throw new RangeError(
      `Cannot explain rows: expected ${width} reference values, got ${reference.length}`,
    );
  }
  const { score, memberScores } = await scorer.score(occluded(x, reference));
  return Array.from({ length: x.rows }, (_, row) => {
    const first = row * (width + 1);
    const ownMembers = memberScores.subarray(first * scorer.members.length);
    return {
      score: score[first],
      members: scorer.members.map((name, m) => ({ name, score: ownMembers[m] })),
      features: x.columns.map((column, j) => ({
        column,
        value: x.values[row * width + j],
        reference: Math.fround(reference[j]),
        drop: score[first] - score[first + 1 + j],
      })),
    };
  });
}

/** Each row, and after it one copy per column with that column's reference. */
function occluded(x: Matrix, reference: ArrayLike<number>): Matrix {
  const width = x.columns.length;
  const values = new Float32Array(x.rows * (width + 1) * width);
  for (let row = 0, at = 0; row < x.rows; row++) {
    const own = x.values.subarray(row * width, (row + 1) * width);
    for (let copy = 0; copy <= width; copy++, at += width) {
      values.set(own, at);
      if (copy > 0) values[at + copy - 1] = reference[copy - 1];
    }
  }
  return matrix(x.columns, values);
}
