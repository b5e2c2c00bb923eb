/** The fit of one member of an ensemble, wherever it runs. */

import type { Detector, FitContext, FittedDetector } from "../detectors/detector.ts";
import { createDetector, type DetectorSpec } from "../detectors/detector_spec.ts";
import { type Matrix, selectColumns, selectRows } from "../matrix.ts";

/** The rows that all members share. */
export interface MemberRows {
  readonly x: Matrix;
  /** Held-out rows, on which the member is calibrated. */
  readonly heldOut: Matrix;
  /** One 0 or 1 per row of x. */
  readonly labels?: Uint8Array;
}

/** What is to be fitted. */
export interface MemberTask {
  readonly detector: Detector | DetectorSpec;
  /** The columns that it reads. */
  readonly columns: readonly string[];
  readonly seed: number;
}

/** A fitted member and what it says of the held-out rows. */
export interface MemberFit {
  readonly detector: FittedDetector;
  /** Raw scores, one per held-out row. */
  readonly scores: Float64Array;
}

/**
 * Fits a member to its columns and scores the held-out rows.
 *
 * @throws {RangeError} When the detector is unknown, cannot be fitted to the rows or lacks a column.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const rows = { x: matrix(["kwh"], [1, 3]), heldOut: matrix(["kwh"], [2, 5]) };
 * const task = { detector: { name: "z_score" }, columns: ["kwh"], seed: 7 } as const;
 * const { scores } = await fitMember(rows, task, {});
 * assert.deepEqual([...scores], [0, 3]);
 * ```
 */
export async function fitMember(
  { x, heldOut, labels }: MemberRows,
  { detector, columns, seed }: MemberTask,
  hooks: Pick<FitContext, "signal" | "onProgress">,
): Promise<MemberFit> {
  const whole = "fit" in detector ? detector : createDetector(detector);
  const own = selectColumns(x, columns);
  const rows = whole.supervised || labels === undefined ? own : usualRows(own, labels);
  const fitted = await whole.fit(rows, {
    ...hooks,
    seed,
    labels: whole.supervised ? labels : undefined,
  });
  return { detector: fitted, scores: fitted.anomalyScores(selectColumns(heldOut, columns)) };
}

/** What a detector that knows no labels takes for usual: every row not labelled anomalous. */
function usualRows(x: Matrix, labels: Uint8Array): Matrix {
  if (labels.length !== x.rows) {
    throw new RangeError(`Cannot fit a member: expected ${x.rows} labels, got ${labels.length}`);
  }
  return selectRows(x, [...labels.keys()].filter((row) => labels[row] === 0));
}
