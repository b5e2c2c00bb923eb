/** The contract of the drift tests: how far current values are from those of the reference. */

import type { ColumnSample } from "./column_sample.ts";
import type { ReferenceColumn } from "./reference_column.ts";

/** A distance between the values of a reference column and current ones. */
export interface DriftTest {
  /** Snake-case name, unique among the drift tests. */
  readonly name: string;
  /**
   * The distance: 0 for the reference's own values, never negative, always finite. It does not grow
   * with the number of values.
   */
  compute(reference: ReferenceColumn, current: ColumnSample): number;
  /**
   * What sampling alone makes of the distance: where nothing has changed, one sample in twenty
   * lies above. Always above 0.
   *
   * @param currentCount How many values are compared, missing ones included.
   */
  noChangeFloor(reference: ReferenceColumn, currentCount: number): number;
}
