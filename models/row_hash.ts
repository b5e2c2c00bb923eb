/** A fingerprint of each row, by which rows can be ordered or drawn without regard to their place. */

import type { Matrix } from "./matrix.ts";
import { ABREAST, type RowHashCode, rowHashCode } from "./row_hash_code.ts";

const CANONICAL_NAN = 0x7fc00000;
const INFINITY = 0x7f800000;
const WORD_BYTES = 4;
const PAGE_BYTES = 2 ** 16;
/** Rows that are hashed in one go stay in the nearest cache. */
const BLOCK_BYTES = 2 ** 14;
/** Where rows lie in the memory: its first 16 bytes tell of infinite values. */
const ROWS = 16;

/** Compiled when first asked for, and once: only then is it also made fast once. */
let module: WebAssembly.Module | undefined;

/**
 * The bits of a value such that values a detector cannot tell apart have the same bits: every NaN
 * is one NaN, and −0 is 0.
 *
 * @param bits The bits of a float32 value, as in a Uint32Array over its buffer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const bits = new Uint32Array(Float32Array.of(-0, 0, 1).buffer);
 * assert.equal(canonicalBits(bits[0]), bits[1]);
 * assert.equal(canonicalBits(bits[2]), bits[2]);
 * ```
 */
export function canonicalBits(bits: number): number {
  const size = bits & 0x7fffffff;
  // One comparison for the usual: 0 less one wraps around to the largest number.
  if ((size - 1) >>> 0 < INFINITY) return bits;
  return size === 0 ? 0 : CANONICAL_NAN;
}

/**
 * MurmurHash3 (x86, 32 bits; Austin Appleby) of each row's values.
 *
 * @param x The rows.
 * @param seed A 32-bit integer; another seed gives independent fingerprints.
 * @returns One hash per row, in [0, 2³²).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "./matrix.ts";
 * const [a, b, c] = rowHashes(matrix(["kwh", "hour"], [0, 1, -0, 1, 1, 0]), 7);
 * assert.equal(a, b);
 * assert.notEqual(a, c);
 * ```
 */
export function rowHashes(x: Matrix, seed: number): Uint32Array {
  return scanRows(x, seed).hashes;
}

/** What one look at all values tells. */
export interface RowScan {
  /** As {@linkcode rowHashes} gives them. */
  readonly hashes: Uint32Array;
  readonly someInfinite: boolean;
}

/**
 * The hashes of rows, and whether a value is infinite, in one pass over the values.
 *
 * @param x The rows.
 * @param seed A 32-bit integer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "./matrix.ts";
 * assert.equal(scanRows(matrix(["kwh"], [1, NaN]), 7).someInfinite, false);
 * assert.equal(scanRows(matrix(["kwh"], [1, Infinity]), 7).someInfinite, true);
 * ```
 */
export function scanRows(x: Matrix, seed: number): RowScan {
  const width = x.columns.length;
  const stride = width * WORD_BYTES;
  const block = ABREAST * Math.ceil(BLOCK_BYTES / stride / ABREAST);
  const hashesAt = ROWS + block * stride;
  const size = hashesAt + block * WORD_BYTES;
  const shared = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE_BYTES) });
  module ??= new WebAssembly.Module(rowHashCode());
  const { exports } = new WebAssembly.Instance(module, { memory: { shared } });
  const { hashRows } = exports as unknown as RowHashCode;
  const memory = new Uint32Array(shared.buffer);
  const [rowsFrom, hashesFrom] = [ROWS / WORD_BYTES, hashesAt / WORD_BYTES];
  const bits = new Uint32Array(x.values.buffer, x.values.byteOffset, x.values.length);
  const hashes = new Uint32Array(x.rows);
  for (let row = 0; row < x.rows; row += block) {
    const count = Math.min(block, x.rows - row);
    memory.set(bits.subarray(row * width, (row + count) * width), rowsFrom);
    hashRows(ROWS, ROWS + count * stride, stride, seed, hashesAt);
    hashes.set(memory.subarray(hashesFrom, hashesFrom + count), row);
  }
  return { hashes, someInfinite: memory.subarray(0, rowsFrom).some((word) => word !== 0) };
}
