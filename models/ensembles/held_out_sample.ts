/** The held-out rows on which an ensemble is calibrated. */

import type { FitContext } from "../detectors/detector.ts";
import { trainingOrder } from "../detectors/training_rows.ts";
import { type Matrix, selectRows } from "../matrix.ts";
import { deriveSeed, random } from "../random.ts";
import { sampleIndices } from "../sample.ts";

/** Held-out rows in use at most: as many tell the rarest tail a threshold is set in. */
const ROWS = 50_000;

/** Rows and what they are, if that is known. */
export interface HeldOutSample {
  readonly rows: Matrix;
  /** One 0 or 1 per row. */
  readonly labels?: Uint8Array;
}

/**
 * At most 50,000 of the held-out rows with their labels, in an order that depends on the set of
 * labelled rows and the seed alone. Which rows are drawn does not depend on the labels, but for
 * equal rows of different labels.
 *
 * @throws {RangeError} When there are no rows, a value is infinite, or there are labels that are not
 * one 0 or 1 per row.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh"], [1, 2, 2]);
 * const { rows, labels } = heldOutSample(x, Uint8Array.of(1, 0, 0), { seed: 7 });
 * assert.deepEqual([...rows.values].map((kwh) => kwh === 1 ? 1 : 0), [...labels ?? []]);
 * ```
 */
export function heldOutSample(
  x: Matrix,
  labels: Uint8Array | undefined,
  context: FitContext,
): HeldOutSample {
  if (labels) requireLabels(x, labels);
  const order = trainingOrder(x, context, labels);
  const draw = random(deriveSeed(context.seed, "calibration"));
  const drawn = sampleIndices(x.rows, ROWS, draw).map((at) => order[at]);
  return {
    rows: selectRows(x, drawn),
    labels: labels && Uint8Array.from(drawn, (row) => labels[row]),
  };
}

function requireLabels({ rows }: Matrix, labels: Uint8Array): void {
  if (labels.length !== rows) {
    throw new RangeError(
      `Cannot draw held-out rows: expected ${rows} labels, got ${labels.length}`,
    );
  }
  const other = labels.find((label) => label > 1);
  if (other !== undefined) {
    throw new RangeError(`Cannot draw held-out rows: expected labels of 0 and 1, got ${other}`);
  }
}
