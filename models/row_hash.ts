/** A fingerprint of each row, by which rows can be ordered or drawn without regard to their place. */

import type { Matrix } from "./matrix.ts";

const CANONICAL_NAN = 0x7fc00000;
const INFINITY = 0x7f800000;

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
  const width = x.columns.length;
  const words = new Uint32Array(x.values.buffer, x.values.byteOffset, x.values.length);
  const hashes = new Uint32Array(x.rows);
  // Two rows at a time: a step of one waits for the step before, and meanwhile the other goes on.
  for (let row = 0; row < x.rows; row += 2) {
    const next = Math.min(row + 1, x.rows - 1);
    const from = row * width;
    const nextFrom = next * width;
    let hash = seed | 0;
    let nextHash = seed | 0;
    for (let j = 0; j < width; j++) {
      hash = mix(hash, words[from + j]);
      nextHash = mix(nextHash, words[nextFrom + j]);
    }
    hashes[row] = finish(hash ^ (width * 4));
    hashes[next] = finish(nextHash ^ (width * 4));
  }
  return hashes;
}

function mix(hash: number, bits: number): number {
  const word = Math.imul(canonicalBits(bits), 0xcc9e2d51);
  const mixed = hash ^ Math.imul((word << 15) | (word >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
