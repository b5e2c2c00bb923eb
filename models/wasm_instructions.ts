/** WebAssembly instructions as bytes: those that more than one module is made of. */

import { unsigned } from "./wasm_module.ts";

export const LOOP: readonly number[] = [0x03, 0x40];
export const END = 0x0b;
export const BRANCH_IF = 0x0d;
/** Unsigned `<` of two 32-bit integers. */
export const LESS = 0x49;
export const I32_ADD = 0x6a;

/**
 * Puts a variable on the stack.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(get(3), [0x20, 3]);
 * ```
 */
export function get(variable: number): number[] {
  return [0x20, variable];
}

/**
 * Takes a variable's new value off the stack.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(set(3), [0x21, 3]);
 * ```
 */
export function set(variable: number): number[] {
  return [0x21, variable];
}

/**
 * Sets a variable to what is on the stack, and leaves it there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(tee(3), [0x22, 3]);
 * ```
 */
export function tee(variable: number): number[] {
  return [0x22, variable];
}

/**
 * Puts a 32-bit integer on the stack: LEB128 with a sign, which is the seventh bit of the last byte.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(constant(-123456), [0x41, 0xc0, 0xbb, 0x78]);
 * ```
 */
export function constant(value: number): number[] {
  return [0x41, ...signed(value)];
}

function signed(value: number): number[] {
  return value >= -0x40 && value < 0x40
    ? [value & 0x7f]
    : [value & 0x7f | 0x80, ...signed(value >> 7)];
}

/**
 * The operation on vectors of this number.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(simd(228), [0xfd, 0xe4, 0x01]);
 * ```
 */
export function simd(operation: number): number[] {
  return [0xfd, ...unsigned(operation)];
}
