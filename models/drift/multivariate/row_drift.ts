/** The contract of the tests of whole rows: what changes between columns, seen in none alone. */

import type { FitContext } from "../../detectors/detector.ts";
import type { Matrix } from "../../matrix.ts";

/** Learns what rows of a reference are like. */
export interface RowDriftTest {
  /** Snake-case name, unique among the tests of rows. */
  readonly name: string;
  /**
   * Learns from the rows of a reference, whose order has no influence.
   *
   * @param reference `NaN` where missing.
   * @throws {RangeError} When there are too few rows, or a value is infinite.
   */
  learn(reference: Matrix, context: FitContext): Promise<LearntRows>;
}

/** What a test knows of the rows of a reference. */
export interface LearntRows {
  /**
   * How current rows look beside them; the order of the rows has no influence.
   *
   * @param current The columns of the reference, `NaN` where missing.
   * @throws {TypeError} When the columns are others.
   * @throws {RangeError} When there are too few rows, or a value is infinite.
   */
  compute(current: Matrix): Promise<number>;
  /**
   * Where sampling alone leaves the score: where nothing has changed, one sample in twenty lies
   * outside.
   *
   * @param rows How many rows are compared.
   */
  noChangeRange(rows: number): ScoreRange;
}

/** Both ends belong to it. */
export interface ScoreRange {
  readonly lowest: number;
  readonly highest: number;
}
