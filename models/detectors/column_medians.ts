/** The median of each column. */

import type { Matrix } from "../matrix.ts";
import { quantile } from "../quantile.ts";
import { columnValues } from "./column_values.ts";
import { selectRank } from "./select_rank.ts";

/** Rows that are looked at to guess where medians lie; a matrix needs several times as many. */
const GLIMPSE = 4096;
const TIMES_GLIMPSE = 4;
/** Rows of which one column after the other is looked at: their values stay in a near cache. */
const BLOCK = 512;
/** Half the width of a guess in standard errors of the median's rank. */
const ERRORS = 3;
/** Share of the values that may lie within the bounds: several times what usually does. */
const KEPT_SHARE = 1 / 4;

/**
 * The median of the values present in each column; 0 for a column without any. One pass over the
 * rows: it keeps what lies within bounds guessed from a few rows, and counts what lies below. Where
 * the guess turns out wrong, the column is looked at as a whole.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * assert.deepEqual(columnMedians(matrix(["kwh", "hour"], [1, NaN, 2, NaN, 9, NaN])), [2, 0]);
 * ```
 */
export function columnMedians(x: Matrix): number[] {
  if (x.rows < TIMES_GLIMPSE * GLIMPSE) {
    return x.columns.map((_, column) => median(columnValues(x, column)));
  }
  const { low, high } = guess(x);
  return narrowed(x, low, high).map(({ present, below, kept, inside }, column) => {
    const rank = (present - 1) / 2 - below;
    const holds = rank >= 0 && Math.ceil(rank) < kept && kept < inside.length - 1;
    return holds ? middle(inside.subarray(0, kept), rank) : median(columnValues(x, column));
  });
}

function median(values: Float32Array): number {
  return values.length === 0 ? 0 : middle(values, (values.length - 1) / 2);
}

/** The value at a rank of the sorted values, or halfway between the two around it; never −0. */
function middle(values: Float32Array, rank: number): number {
  const low = selectRank(values, Math.floor(rank));
  let high = low;
  if (!Number.isInteger(rank)) {
    high = Infinity;
    for (let i = Math.ceil(rank); i < values.length; i++) high = Math.min(high, values[i]);
  }
  return quantile([low, high], 0.5) + 0;
}

/** Bounds between which the medians most likely lie, from rows spread evenly. */
function guess(x: Matrix): { low: Float32Array; high: Float32Array } {
  const width = x.columns.length;
  const step = Math.floor(x.rows / GLIMPSE);
  const low = new Float32Array(width).fill(-Infinity);
  const high = new Float32Array(width).fill(Infinity);
  for (let column = 0; column < width; column++) {
    const seen = new Float32Array(GLIMPSE);
    let count = 0;
    for (let i = 0; i < GLIMPSE; i++) {
      const value = x.values[i * step * width + column];
      if (!Number.isNaN(value)) seen[count++] = value;
    }
    const reach = ERRORS * Math.sqrt(count) / 2;
    const values = seen.subarray(0, count);
    const [from, to] = [Math.floor(count / 2 - reach), Math.ceil(count / 2 + reach)];
    if (from >= 0 && to < count) {
      low[column] = selectRank(values, from);
      high[column] = selectRank(values, to);
    }
  }
  return { low, high };
}

interface Narrowed {
  /** Values present. */
  present: number;
  /** Values below the bounds. */
  below: number;
  /** How many of `inside` are values within the bounds; it is full when there are too many. */
  kept: number;
  readonly inside: Float32Array;
}

function narrowed(x: Matrix, low: Float32Array, high: Float32Array): Narrowed[] {
  const width = x.columns.length;
  const room = Math.ceil(KEPT_SHARE * x.rows);
  const columns = x.columns.map(() => ({
    present: 0,
    below: 0,
    kept: 0,
    inside: new Float32Array(room),
  }));
  for (let start = 0; start < x.rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, x.rows) * width;
    for (let column = 0; column < width; column++) {
      narrow(
        columns[column],
        x.values,
        start * width + column,
        end,
        width,
        low[column],
        high[column],
      );
    }
  }
  return columns;
}

function narrow(
  column: Narrowed,
  values: Float32Array,
  start: number,
  end: number,
  width: number,
  low: number,
  high: number,
): void {
  const { inside } = column;
  const last = inside.length - 1;
  let { present, below, kept } = column;
  for (let at = start; at < end; at += width) {
    const value = values[at];
    const less = +(value < low);
    // Sums instead of choices: half of the values lie below, which no processor can foretell.
    present += +(value === value);
    below += less;
    inside[kept] = value;
    kept = Math.min(kept + +(value <= high) - less, last);
  }
  column.present = present;
  column.below = below;
  column.kept = kept;
}
