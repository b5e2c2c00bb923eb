/** The inner loops of walking 512 rows at a time through trees, as WebAssembly. */

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
} from "../wasm_instructions.ts";
import { I32, unsigned, V128, wasmModule } from "../wasm_module.ts";

/** Rows of a mask, one bit each. */
export const MASK_ROWS = 512;
/** Bytes of a mask: four vectors. */
export const MASK_BYTES = MASK_ROWS / 8;
/** Levels of a tree below its root: so many bits tell its leaves apart, which is one byte. */
export const LEVELS = 8;

const VECTOR_BYTES = 16;
const QUARTERS = [0, 1, 2, 3];
const I32_SUB = 0x6b;
const I32_SHL = 0x74;
const I32_LOAD = 0x28;
const I32_LOAD8 = 0x2d;
const I32_LOAD16 = 0x2f;
const F64_LOAD = 0x2b;
const F64_STORE = 0x39;
const F64_ADD = 0xa0;
const BLOCK = [0x02, 0x40];
const IF = [0x04, 0x40];
const BRANCH = 0x0c;
const GREATER = 0x4b;
const GREATER_OR_EQUAL = 0x4f;
const SWIZZLE = simd(14);
const SPLAT8 = simd(15);
const SPLAT16 = simd(16);
const EQUAL8 = simd(35);
const AND = simd(78);
const OR = simd(80);
const XOR = simd(81);

/** The functions of {@linkcode leafMaskCode}; arguments are addresses. */
export interface LeafMaskCode {
  /** Joins each mask with all that follow it, from the last one before `to` back to `from`. */
  joinMasks(from: number, to: number): void;
  /**
   * Walks down a tree. A program is LEVELS levels and a 0; a level is the address of its end and,
   * for each inner node, the addresses of the mask of rows above its threshold, of the mask of
   * rows that reach it, and of where the masks of its left and right child go. Of every level the
   * mask of rows that went right is written to `planes`.
   */
  walk(program: number, planes: number): void;
  /**
   * Adds to the sum of each row the double in `values` that its bits in the planes number. Uses
   * the first 16 bytes of the memory.
   */
  addValues(planes: number, values: number, sums: number): void;
}

/**
 * The bytes of a module with the functions of {@linkcode LeafMaskCode}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(WebAssembly.validate(leafMaskCode()));
 * ```
 */
export function leafMaskCode(): Uint8Array<ArrayBuffer> {
  return wasmModule([
    { name: "joinMasks", parameters: 2, variables: [V128, V128, V128, V128], code: joinMasks() },
    {
      name: "walk",
      parameters: 2,
      variables: [I32, I32, I32, I32, I32, V128, V128, V128, V128, V128, V128],
      code: walk(),
    },
    { name: "addValues", parameters: 3, variables: [I32, V128, V128], code: addValues() },
  ]);
}

function joinMasks(): number[] {
  const [from, to, joined] = [0, 1, 2];
  return [
    ...LOOP,
    ...[...get(to), ...constant(MASK_BYTES), I32_SUB, ...set(to)],
    ...QUARTERS.flatMap((quarter) => [
      ...[...get(to), ...get(joined + quarter), ...loadVector(to, quarter), ...OR],
      ...[...tee(joined + quarter), ...storeVector(quarter)],
    ]),
    ...[...get(to), ...get(from), GREATER, BRANCH_IF, 0],
    END,
  ];
}

function walk(): number[] {
  const [at, planes, end, above, reaching, left, right, wentRight] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [rows, goRight] = [11, 12];
  const advance = (bytes: number) => [...get(at), ...constant(bytes), I32_ADD, ...set(at)];
  return [
    ...LOOP,
    ...[...get(at), I32_LOAD, 0, 0, ...tee(end), ...IF],
    ...advance(4),
    ...QUARTERS.flatMap((quarter) => [
      ...[...get(wentRight + quarter), ...get(wentRight + quarter), ...XOR],
      ...set(wentRight + quarter),
    ]),
    ...[...BLOCK, ...LOOP],
    ...[...get(at), ...get(end), GREATER_OR_EQUAL, BRANCH_IF, 1],
    ...[above, reaching, left, right].flatMap((variable, word) => [
      ...[...get(at), I32_LOAD, 0, 4 * word, ...set(variable)],
    ]),
    ...advance(16),
    ...QUARTERS.flatMap((quarter) => [
      ...[...loadVector(reaching, quarter), ...tee(rows)],
      ...[...loadVector(above, quarter), ...AND, ...set(goRight)],
      ...[...get(right), ...get(goRight), ...storeVector(quarter)],
      ...[...get(left), ...get(rows), ...get(goRight), ...XOR, ...storeVector(quarter)],
      ...[...get(wentRight + quarter), ...get(goRight), ...OR, ...set(wentRight + quarter)],
    ]),
    ...[BRANCH, 0, END, END],
    ...QUARTERS.flatMap((quarter) => [
      ...[...get(planes), ...get(wentRight + quarter), ...storeVector(quarter)],
    ]),
    ...[...get(planes), ...constant(MASK_BYTES), I32_ADD, ...set(planes)],
    ...[BRANCH, 1, END, END],
  ];
}

function addValues(): number[] {
  const [planes, values, sums, end, pick, bit] = [0, 1, 2, 3, 4, 5];
  const sixteen = Array.from({ length: VECTOR_BYTES }, (_, row) => row);
  return [
    ...[...vectorConstant(sixteen.map((row) => row >> 3)), ...set(pick)],
    ...[...vectorConstant(sixteen.map((row) => 1 << (row & 7))), ...set(bit)],
    ...[...get(planes), ...constant(MASK_BYTES), I32_ADD, ...set(end)],
    ...LOOP,
    ...constant(0),
    ...Array.from({ length: LEVELS }, (_, level) => [
      // Two bytes of a plane are sixteen rows: each row's byte keeps its bit, as bit `level`.
      ...[...get(planes), I32_LOAD16, 0, ...unsigned(level * MASK_BYTES), ...SPLAT16],
      ...[...get(pick), ...SWIZZLE, ...get(bit), ...AND, ...get(bit), ...EQUAL8],
      ...[...constant(1 << level), ...SPLAT8, ...AND, ...(level > 0 ? OR : [])],
    ]).flat(),
    ...storeVector(0),
    ...sixteen.flatMap((row) => [
      ...[...get(sums), ...get(sums), F64_LOAD, 0, ...unsigned(8 * row)],
      ...[...get(values), ...constant(0), I32_LOAD8, 0, row, ...constant(3), I32_SHL, I32_ADD],
      ...[F64_LOAD, 0, 0, F64_ADD, F64_STORE, 0, ...unsigned(8 * row)],
    ]),
    ...[...get(planes), ...constant(2), I32_ADD, ...tee(planes)],
    ...[...get(sums), ...constant(8 * VECTOR_BYTES), I32_ADD, ...set(sums)],
    ...[...get(end), LESS, BRANCH_IF, 0],
    END,
  ];
}

function loadVector(address: number, quarter: number): number[] {
  return [...get(address), ...simd(0), 0, VECTOR_BYTES * quarter];
}

function storeVector(quarter: number): number[] {
  return [...simd(11), 0, VECTOR_BYTES * quarter];
}

function vectorConstant(bytes: readonly number[]): number[] {
  return [...simd(12), ...bytes];
}
