/** An order of rows that depends on what they hold, not on where they stand. */

import type { Matrix } from "../matrix.ts";
import { canonicalBits, rowHashes } from "../row_hash.ts";

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

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
  const width = x.columns.length;
  const bits = new Uint32Array(x.values.buffer, x.values.byteOffset, x.values.length);
  const hashes = rowHashes(x, 0);
  const asGiven = Uint32Array.from({ length: x.rows }, (_, row) => row);
  const order = sortByDigit(sortByDigit(asGiven, hashes, 0), hashes, DIGIT_BITS);
  for (let start = 0; start < x.rows;) {
    let end = start + 1;
    while (end < x.rows && hashes[order[end]] === hashes[order[start]]) end++;
    if (end - start > 1) {
      order.subarray(start, end).sort((a, b) =>
        compareRows(bits, width, a, b) || (labels ? labels[a] - labels[b] : 0)
      );
    }
    start = end;
  }
  return order;
}

/** One stable pass of a radix sort: a comparison sort of 400,000 hashes takes ten times as long. */
function sortByDigit(order: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(DIGITS + 1);
  for (const row of order) starts[((keys[row] >>> shift) & (DIGITS - 1)) + 1]++;
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1] += starts[digit];
  const sorted = new Uint32Array(order.length);
  for (const row of order) sorted[starts[(keys[row] >>> shift) & (DIGITS - 1)]++] = row;
  return sorted;
}

function compareRows(bits: Uint32Array, width: number, a: number, b: number): number {
  for (let j = 0; j < width; j++) {
    const difference = canonicalBits(bits[a * width + j]) - canonicalBits(bits[b * width + j]);
    if (difference !== 0) return difference;
  }
  return 0;
}
