/** An order of rows that depends on what they hold, not on where they stand. */

import type { Matrix } from "../matrix.ts";
import { canonicalBits, rowHashes } from "../row_hash.ts";

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;
/** So many rows are sorted faster by insertion than by a call. */
const FEW = 32;

/**
 * Orders rows by content: by hash, and by bits among rows that share a hash. Whoever sums or draws
 * rows in this order gets the same result however the rows came.
 *
 * @param labels One per row; equal rows go by label.
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
export function canonicalOrder(x: Matrix, labels?: Uint8Array): Uint32Array {
  const hashes = rowHashes(x, 0);
  const { order, ends } = sortByDigit(hashes);
  const bits = new Uint32Array(x.values.buffer, x.values.byteOffset, x.values.length);
  const width = x.columns.length;
  const compareEqual = (a: number, b: number) =>
    compareRows(bits, width, a, b) || (labels ? labels[a] - labels[b] : 0);
  for (let digit = 0, start = 0; digit < DIGITS; digit++) {
    const end = ends[digit];
    if (end - start > FEW) {
      order.subarray(start, end).sort((a, b) => hashes[a] - hashes[b] || compareEqual(a, b));
    } else insert(order, start, end, hashes, compareEqual);
    start = end;
  }
  return order;
}

/** Rows by the upper half of their hashes: only few share one, and are sorted by themselves. */
function sortByDigit(hashes: Uint32Array): { order: Uint32Array; ends: Uint32Array } {
  const ends = new Uint32Array(DIGITS);
  for (let row = 0; row < hashes.length; row++) ends[hashes[row] >>> DIGIT_BITS]++;
  for (let digit = 0, total = 0; digit < DIGITS; digit++) {
    const count = ends[digit];
    ends[digit] = total;
    total += count;
  }
  const order = new Uint32Array(hashes.length);
  for (let row = 0; row < hashes.length; row++) order[ends[hashes[row] >>> DIGIT_BITS]++] = row;
  return { order, ends };
}

function insert(
  order: Uint32Array,
  start: number,
  end: number,
  hashes: Uint32Array,
  compareEqual: (a: number, b: number) => number,
): void {
  for (let next = start + 1; next < end; next++) {
    const row = order[next];
    const hash = hashes[row];
    let at = next;
    for (; at > start; at--) {
      const before = order[at - 1];
      if (hashes[before] < hash) break;
      if (hashes[before] === hash && compareEqual(before, row) <= 0) break;
      order[at] = before;
    }
    order[at] = row;
  }
}

function compareRows(bits: Uint32Array, width: number, a: number, b: number): number {
  for (let j = 0; j < width; j++) {
    const difference = canonicalBits(bits[a * width + j]) - canonicalBits(bits[b * width + j]);
    if (difference !== 0) return difference;
  }
  return 0;
}
