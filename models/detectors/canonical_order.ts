/** An order of rows that depends on what they hold, not on where they stand. */

import type { Matrix } from "../matrix.ts";
import { canonicalBits, rowHashes } from "../row_hash.ts";

/** Three digits make a hash. */
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Orders rows by content: by hash, and by bits among rows that share a hash. Whoever sums or draws
 * rows in this order gets the same result however the rows came.
 *
 * @param labels One per row; equal rows go by label.
 * @param hashes What {@linkcode rowHashes} gives with seed 0, for who has them.
 * @returns Row indices of `x`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix, selectRows } from "../matrix.ts";
 * const x = matrix(["kwh"], [3, 1, 2]);
 * const y = matrix(["kwh"], [2, 3, 1]);
 * assert.deepEqual(selectRows(x, canonicalOrder(x)), selectRows(y, canonicalOrder(y)));
 * ```
 */
export function canonicalOrder(
  x: Matrix,
  labels?: Uint8Array,
  hashes: Uint32Array = rowHashes(x, 0),
): Uint32Array {
  const order = new Uint32Array(x.rows);
  const other = new Uint32Array(x.rows);
  for (let row = 0; row < x.rows; row++) order[row] = row;
  sortByDigit(order, other, hashes, 0);
  sortByDigit(other, order, hashes, DIGIT_BITS);
  sortByDigit(order, other, hashes, 2 * DIGIT_BITS);
  const bits = new Uint32Array(x.values.buffer, x.values.byteOffset, x.values.length);
  const width = x.columns.length;
  sortEqual(
    other,
    hashes,
    (a, b) => compareRows(bits, width, a, b) || (labels ? labels[a] - labels[b] : 0),
  );
  return other;
}

/** One pass of a radix sort: writes the rows to `sorted` by a digit, else in the order they have. */
function sortByDigit(
  rows: Uint32Array,
  sorted: Uint32Array,
  hashes: Uint32Array,
  shift: number,
): void {
  const ends = new Uint32Array(DIGITS);
  for (let row = 0; row < hashes.length; row++) ends[hashes[row] >>> shift & DIGITS - 1]++;
  for (let digit = 0, total = 0; digit < DIGITS; digit++) {
    const count = ends[digit];
    ends[digit] = total;
    total += count;
  }
  for (let i = 0; i < rows.length; i++) {
    sorted[ends[hashes[rows[i]] >>> shift & DIGITS - 1]++] = rows[i];
  }
}

/** Sorts the rows that share a hash, unless they are in order, as rows that are all the same are. */
function sortEqual(
  order: Uint32Array,
  hashes: Uint32Array,
  compare: (a: number, b: number) => number,
): void {
  let start = 0;
  let sorted = true;
  for (let i = 1; i <= order.length; i++) {
    if (i < order.length && hashes[order[i]] === hashes[order[start]]) {
      sorted &&= compare(order[i - 1], order[i]) <= 0;
      continue;
    }
    if (!sorted) order.subarray(start, i).sort(compare);
    start = i;
    sorted = true;
  }
}

function compareRows(bits: Uint32Array, width: number, a: number, b: number): number {
  for (let j = 0; j < width; j++) {
    const difference = canonicalBits(bits[a * width + j]) - canonicalBits(bits[b * width + j]);
    if (difference !== 0) return difference;
  }
  return 0;
}
