/** The hours of the week as cells of a table, and where a row goes whose calendar is missing. */

import type { Matrix } from "../matrix.ts";

/** Hours of a day, and the number of cells a day takes. */
export const HOURS = 24;
/** Days of a week; cells of a day with this number hold an hour of any day. */
export const DAYS = 7;
/** The cell of all rows, after the hours of the week and the hours of any day. */
export const ALL_ROWS = HOURS * (DAYS + 1);
/** Cells of the table. */
export const CELLS = ALL_ROWS + 1;

/** Where a row's hour (0 to 23) and weekday (0 to 6) stand in it. */
export interface CalendarColumns {
  readonly hour: number;
  readonly weekday: number;
}

/**
 * The cell of each row: 24 · weekday + hour. Where the weekday is missing or no day of 0 to 6, the
 * cell of that hour on any day; where the hour is missing or none of 0 to 23, the cell of all rows.
 * A fraction of an hour or a day counts as the hour or the day it lies in.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["hour", "weekday"], [5, 1, 5, NaN, NaN, 1]);
 * const cells = weekCells(x, { hour: 0, weekday: 1 });
 * assert.deepEqual([...cells], [24 + 5, 24 * 7 + 5, ALL_ROWS]);
 * ```
 */
export function weekCells(x: Matrix, { hour, weekday }: CalendarColumns): Uint8Array {
  const width = x.columns.length;
  return Uint8Array.from({ length: x.rows }, (_, row) => {
    const h = Math.floor(x.values[row * width + hour]);
    const d = Math.floor(x.values[row * width + weekday]);
    // No comparison holds for NaN.
    if (!(h >= 0 && h < HOURS)) return ALL_ROWS;
    return HOURS * (d >= 0 && d < DAYS ? d : DAYS) + h;
  });
}

/**
 * The cells that speak for a cell, its own first: an hour of the week, that hour on any day, all
 * rows. A table asks the next one where a cell has too few rows.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(widerCells(24 + 5), [24 + 5, 24 * 7 + 5, ALL_ROWS]);
 * ```
 */
export function widerCells(cell: number): number[] {
  if (cell === ALL_ROWS) return [ALL_ROWS];
  const anyDay = HOURS * DAYS + cell % HOURS;
  return cell === anyDay ? [anyDay, ALL_ROWS] : [cell, anyDay, ALL_ROWS];
}
