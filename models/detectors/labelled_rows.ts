/** The door every fit that learns from labels enters through. */

import { type Matrix, selectRows } from "../matrix.ts";
import type { FitContext } from "./detector.ts";
import { trainingOrder } from "./training_rows.ts";

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
  const order = trainingOrder(x, context, given);
  return { rows: selectRows(x, order), labels: Uint8Array.from(order, (row) => given[row]) };
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
