/** The inner loop of hashing rows, four at a time, as WebAssembly. */

import {
  BRANCH_IF,
  constant,
  END,
  get,
  I32_ADD,
  LESS,
  LOOP,
  set,
  simd,
  tee,
} from "./wasm_instructions.ts";
import { I32, V128, wasmModule } from "./wasm_module.ts";

/** Rows hashed side by side. */
export const ABREAST = 4;

const LOAD = [...simd(0), 0, 0];
const LOAD_SPLAT = [...simd(9), 0, 0];
const STORE = [...simd(11), 0, 0];
const SPLAT = simd(17);
const AND = simd(78);
const OR = simd(80);
const XOR = simd(81);
const SELECT = simd(82);
const SHIFT_LEFT = simd(171);
const SHIFT_RIGHT = simd(173);
const ADD = simd(174);
const MULTIPLY = simd(181);
const EQUAL = simd(55);
const FLOAT_EQUAL = simd(65);
const FLOAT_ADD = simd(228);

/** The function of {@linkcode rowHashCode}; arguments are addresses but for the seed. */
export interface RowHashCode {
  /**
   * Writes the hashes of the rows that lie from `from` up to `to`, `stride` bytes each, to `hashes`
   * on; reads and writes up to three rows more. Sets bits of the first 16 bytes of the memory where
   * a value is infinite.
   */
  hashRows(from: number, to: number, stride: number, seed: number, hashes: number): void;
}

/**
 * The bytes of a module with the function of {@linkcode RowHashCode}, which is MurmurHash3 of four
 * rows in the four numbers of a vector.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(WebAssembly.validate(rowHashCode()));
 * ```
 */
export function rowHashCode(): Uint8Array<ArrayBuffer> {
  return wasmModule([{
    name: "hashRows",
    parameters: 5,
    variables: [I32, I32, I32, I32, I32, ...Array.from({ length: 11 }, () => V128)],
    code: hashRows(),
  }]);
}

function hashRows(): number[] {
  const [from, to, stride, seed, hashes] = [0, 1, 2, 3, 4];
  const [rows, end] = [[5, 6, 7, 8], 9];
  const [hash, word, infinite, zero] = [10, 11, 12, 13];
  const [size, infinity, missing, once, again, five, more] = [14, 15, 16, 17, 18, 19, 20];
  const words = [0x7fffffff, 0x7f800000, 0x7fc00000, 0xcc9e2d51, 0x1b873593, 5, 0xe6546b64];
  return [
    // What stays the same stands in variables: inside the loop it would be made again and again.
    ...words.flatMap((word, i) => [...fill(word), ...set(size + i)]),
    ...LOOP,
    ...get(from),
    ...rows.flatMap((row) => [...tee(row), ...get(stride), I32_ADD]),
    ...set(from),
    ...[...get(rows[1]), ...set(end), ...get(seed), ...SPLAT, ...set(hash)],
    ...LOOP,
    ...[...get(rows[0]), ...LOAD_SPLAT, ...set(word)],
    ...[1, 2, 3].flatMap((lane) => [
      ...[...get(rows[lane]), ...get(word), ...loadLane(lane), ...set(word)],
    ]),
    ...[...get(word), ...get(size), ...AND, ...get(infinity), ...EQUAL],
    ...[...get(infinite), ...OR, ...set(infinite)],
    // Canonical bits: −0 plus 0 is 0, and only NaN is not equal to itself.
    ...[...get(word), ...get(zero), ...FLOAT_ADD, ...get(missing)],
    ...[...get(word), ...get(word), ...FLOAT_EQUAL, ...SELECT],
    ...[...get(once), ...MULTIPLY, ...set(word), ...rotated(word, 15)],
    ...[...get(again), ...MULTIPLY, ...get(hash), ...XOR, ...set(hash)],
    ...[...rotated(hash, 13), ...get(five), ...MULTIPLY, ...get(more), ...ADD, ...set(hash)],
    ...rows.flatMap((row) => [...get(row), ...constant(4), I32_ADD, ...set(row)]),
    ...[...get(rows[0]), ...get(end), LESS, BRANCH_IF, 0],
    END,
    ...[...get(hash), ...get(stride), ...SPLAT, ...XOR, ...set(hash)],
    ...[...folded(hash, 16), ...fill(0x85ebca6b), ...MULTIPLY, ...set(hash)],
    ...[...folded(hash, 13), ...fill(0xc2b2ae35), ...MULTIPLY, ...set(hash)],
    ...[...get(hashes), ...folded(hash, 16), ...STORE],
    ...[...get(hashes), ...constant(4 * ABREAST), I32_ADD, ...set(hashes)],
    ...[...get(from), ...get(to), LESS, BRANCH_IF, 0],
    END,
    ...[...constant(0), ...constant(0), ...LOAD, ...get(infinite), ...OR, ...STORE],
  ];
}

function loadLane(lane: number): number[] {
  return [...simd(86), 0, 0, lane];
}

/** A vector of four times the same word. */
function fill(word: number): number[] {
  return [...simd(12), ...new Uint8Array(Uint32Array.of(word, word, word, word).buffer)];
}

function rotated(vector: number, bits: number): number[] {
  return [
    ...[...get(vector), ...constant(bits), ...SHIFT_LEFT],
    ...[...get(vector), ...constant(32 - bits), ...SHIFT_RIGHT, ...OR],
  ];
}

function folded(vector: number, bits: number): number[] {
  return [...get(vector), ...get(vector), ...constant(bits), ...SHIFT_RIGHT, ...XOR];
}
