/** The door every fit enters through. */

import { type Matrix, selectRows } from "../matrix.ts";
import { random } from "../random.ts";
import { scanRows } from "../row_hash.ts";
import { sampleIndices } from "../sample.ts";
import { canonicalOrder } from "./canonical_order.ts";
import type { FitContext } from "./detector.ts";

/**
 * The rows of `x` in canonical order, so that a fit over them does not depend on the order of `x`.
 *
 * @throws {RangeError} When there are no rows or a value is infinite.
 * @throws The signal's reason when it is already aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const one = trainingRows(matrix(["kwh"], [1, 2]), { seed: 7 });
 * const other = trainingRows(matrix(["kwh"], [2, 1]), { seed: 7 });
 * assert.deepEqual(one, other);
 * ```
 */
export function trainingRows(x: Matrix, context: FitContext): Matrix {
  return selectRows(x, trainingOrder(x, context));
}

/**
 * The canonical order of rows that a fit may be made to; equal rows go by label.
 *
 * @returns Row indices of `x`.
 * @throws {RangeError} When there are no rows or a value is infinite.
 * @throws The signal's reason when it is already aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const labels = Uint8Array.of(1, 0, 1);
 * const order = trainingOrder(matrix(["kwh"], [2, 2, 2]), { seed: 7 }, labels);
 * assert.deepEqual(Array.from(order, (row) => labels[row]), [0, 1, 1]);
 * ```
 */
export function trainingOrder(
  x: Matrix,
  context: FitContext,
  labels?: Uint8Array,
): Uint32Array {
  return canonicalOrder(x, labels, hashesToFit(x, context));
}

/** The hashes of the rows, once they are found fit to train on. */
function hashesToFit(x: Matrix, { signal }: FitContext): Uint32Array {
  signal?.throwIfAborted();
  if (x.rows === 0) throw new RangeError("Cannot fit a detector to zero rows");
  const { hashes, someInfinite } = scanRows(x, 0);
  if (someInfinite) {
    const at = x.values.findIndex((value) => Math.abs(value) === Infinity);
    const column = x.columns[at % x.columns.length];
    throw new RangeError(
      `Cannot fit a detector as values must be finite or NaN: current value of "${column}" is ${
        x.values[at]
      }`,
    );
  }
  return hashes;
}

/**
 * At most `size` of the training rows, drawn without replacement.
 *
 * @param rows Rows in canonical order.
 * @param seed Seed of the draw.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const rows = trainingRows(matrix(["kwh"], [1, 2, 3]), { seed: 7 });
 * assert.equal(sampleRows(rows, 2, 7).rows, 2);
 * ```
 */
export function sampleRows(rows: Matrix, size: number, seed: number): Matrix {
  return selectRows(rows, sampleIndices(rows.rows, size, random(seed)));
}
