/** The median of each column. */

import { type Matrix, selectRows } from "../matrix.ts";
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
    const holds = rank >= 0 && Math.ceil(rank) < kept && kept <= inside.length;
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
  const step = Math.floor(x.rows / GLIMPSE);
  const seen = selectRows(x, Uint32Array.from({ length: GLIMPSE }, (_, i) => i * step));
  const low = new Float32Array(x.columns.length).fill(-Infinity);
  const high = new Float32Array(x.columns.length).fill(Infinity);
  for (let column = 0; column < x.columns.length; column++) {
    const values = columnValues(seen, column);
    const half = values.length / 2;
    const reach = ERRORS * Math.sqrt(values.length) / 2;
    const [from, to] = [Math.floor(half - reach), Math.ceil(half + reach)];
    if (from < 0 || to >= values.length) continue;
    low[column] = selectRank(values, from);
    high[column] = selectRank(values, to);
  }
  return { low, high };
}

interface Narrowed {
  /** Values present. */
  present: number;
  /** Values below the bounds. */
  below: number;
  /** Values within the bounds; `inside` holds them if it has room for all. */
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
  const room = inside.length;
  let { present, below, kept } = column;
  for (let at = start; at < end; at += width) {
    const value = values[at];
    // Half of the values lie below, which no processor can foretell: sums instead of choices, but
    // for the few that are kept.
    const less = +(value < low);
    present += +(value === value);
    below += less;
    if (+(value <= high) > less) {
      if (kept < room) inside[kept] = value;
      kept++;
    }
  }
  column.present = present;
  column.below = below;
  column.kept = kept;
}
