/** The contract of the drift tests: how far current values are from those of the reference. */

import type { ReferenceColumn } from "./reference_column.ts";

/** A distance between the values of a reference column and current ones. */
export interface DriftTest {
  /** Snake-case name, unique among the drift tests. */
  readonly name: string;
  /**
   * The distance: 0 for the reference's own values, never negative. The order of the values has
   * no influence.
   *
   * @param current The values to compare, `NaN` where missing, at least one.
   * @throws {RangeError} When there are no current values.
   */
  compute(reference: ReferenceColumn, current: Float64Array): number;
  /**
   * What sampling alone makes of the distance: where nothing has changed, one sample in twenty
   * lies above. Always above 0.
   *
   * @param currentCount How many values are compared, missing ones included.
   */
  noChangeFloor(reference: ReferenceColumn, currentCount: number): number;
}
