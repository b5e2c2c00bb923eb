/** The door every fit that learns from labels enters through. */

import type { Matrix } from "../matrix.ts";
import type { FitContext } from "./detector.ts";
import { trainingRows } from "./training_rows.ts";

/** Rows and what they are. */
export interface LabelledRows {
  readonly rows: Matrix;
  /** 1 for an anomalous row, 0 for a usual one. */
  readonly labels: Uint8Array;
}

/**
 * The rows of `x` and their labels in canonical order, so that a fit over them does not depend on
 * the order of `x`, nor on the order of equal rows with different labels.
 *
 * @throws {RangeError} When there are no labels, not one per row, or one that is neither 0 nor 1;
 * when there are no rows or a value is infinite.
 * @throws The signal's reason when it is already aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh"], [1, 1]);
 * const one = labelledRows(x, { seed: 7, labels: Uint8Array.of(0, 1) });
 * const other = labelledRows(x, { seed: 7, labels: Uint8Array.of(1, 0) });
 * assert.deepEqual(one, other);
 * ```
 */
export function labelledRows(x: Matrix, context: FitContext): LabelledRows {
  const given = requireLabels(x, context.labels);
  const width = x.columns.length;
  // The label takes part in the order as one more column.
  const labelled = new Float32Array(x.rows * (width + 1));
  for (let row = 0; row < x.rows; row++) {
    const start = row * (width + 1);
    labelled.set(x.values.subarray(row * width, (row + 1) * width), start);
    labelled[start + width] = given[row];
  }
  const ordered = trainingRows(
    { columns: [...x.columns, "label"], rows: x.rows, values: labelled },
    context,
  ).values;
  const values = new Float32Array(x.values.length);
  const labels = new Uint8Array(x.rows);
  for (let row = 0; row < x.rows; row++) {
    const start = row * (width + 1);
    values.set(ordered.subarray(start, start + width), row * width);
    labels[row] = ordered[start + width];
  }
  return { rows: { ...x, values }, labels };
}

function requireLabels({ rows }: Matrix, labels: Uint8Array | undefined): Uint8Array {
  if (labels === undefined) {
    throw new RangeError("Cannot fit a supervised detector: expected labels, got none");
  }
  if (labels.length !== rows) {
    throw new RangeError(
      `Cannot fit a supervised detector: expected ${rows} labels, got ${labels.length}`,
    );
  }
  const other = labels.find((label) => label > 1);
  if (other !== undefined) {
    throw new RangeError(
      `Cannot fit a supervised detector: expected labels of 0 and 1, got ${other}`,
    );
  }
  return labels;
}
