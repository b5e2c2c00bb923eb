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
  const order = rowNumbers(x.rows);
  const other = new Uint32Array(x.rows);
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

// Each of the loops over rows below is a function of its own: code made fast while one loop runs
// knows nothing of another one after it, and would be thrown away there.

function rowNumbers(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** One pass of a radix sort: writes the rows to `sorted` by a digit, else in the order they have. */
function sortByDigit(
  rows: Uint32Array,
  sorted: Uint32Array,
  hashes: Uint32Array,
  shift: number,
): void {
  const places = new Uint32Array(DIGITS);
  countDigits(places, hashes, shift);
  for (let digit = 0, total = 0; digit < DIGITS; digit++) {
    const count = places[digit];
    places[digit] = total;
    total += count;
  }
  placeRows(sorted, places, rows, hashes, shift);
}

function countDigits(counts: Uint32Array, hashes: Uint32Array, shift: number): void {
  for (let row = 0; row < hashes.length; row++) counts[hashes[row] >>> shift & DIGITS - 1]++;
}

function placeRows(
  sorted: Uint32Array,
  places: Uint32Array,
  rows: Uint32Array,
  hashes: Uint32Array,
  shift: number,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    sorted[places[hashes[row] >>> shift & DIGITS - 1]++] = row;
  }
}

/** Sorts the rows that share a hash, unless they are in order, as rows that are all the same are. */
function sortEqual(
  order: Uint32Array,
  hashes: Uint32Array,
  compare: (a: number, b: number) => number,
): void {
  let i = firstEqual(order, hashes, 1);
  while (i < order.length) {
    const start = i - 1;
    let sorted = true;
    for (; i < order.length && hashes[order[i]] === hashes[order[start]]; i++) {
      sorted &&= compare(order[i - 1], order[i]) <= 0;
    }
    if (!sorted) order.subarray(start, i).sort(compare);
    i = firstEqual(order, hashes, i + 1);
  }
}

/** The first place from `start` on whose row shares the hash of the row before. */
function firstEqual(order: Uint32Array, hashes: Uint32Array, start: number): number {
  let i = start;
  while (i < order.length && hashes[order[i]] !== hashes[order[i - 1]]) i++;
  return i;
}

function compareRows(bits: Uint32Array, width: number, a: number, b: number): number {
  for (let j = 0; j < width; j++) {
    const difference = canonicalBits(bits[a * width + j]) - canonicalBits(bits[b * width + j]);
    if (difference !== 0) return difference;
  }
  return 0;
}
