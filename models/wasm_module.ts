/** WebAssembly as bytes: as much of its binary format as a loop over vectors needs. */

/** The type of a 32-bit integer. */
export const I32 = 0x7f;
/** The type of a vector of 128 bits. */
export const V128 = 0x7b;

/** A function that takes 32-bit integers and returns nothing. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  /** Types of its variables, numbered on from the parameters. */
  readonly variables: readonly number[];
  /** Instructions, without the last `end`. */
  readonly code: readonly number[];
}

/**
 * A module that exports functions, which read and write the memory imported as `memory.shared`
 * (WebAssembly Core Specification 2.0, section 5).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const code = [0x20, 0, 0x20, 1, 0x36, 0, 0]; // local.get 0, local.get 1, i32.store
 * const bytes = wasmModule([{ name: "put", parameters: 2, variables: [], code }]);
 * assert.ok(WebAssembly.validate(bytes));
 * ```
 */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [
    0x60,
    ...vector(Array.from({ length: parameters }, () => [I32])),
    0,
  ]);
  const memory = [...text("memory"), ...text("shared"), 0x02, 0x00, 0x01];
  const bodies = functions.map(({ variables, code }) => {
    const body = [...vector(variables.map((type) => [1, type])), ...code, 0x0b];
    return [...unsigned(body.length), ...body];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(types)),
    ...section(2, vector([memory])),
    ...section(3, vector(functions.map((_, i) => unsigned(i)))),
    ...section(7, vector(functions.map(({ name }, i) => [...text(name), 0x00, ...unsigned(i)]))),
    ...section(10, vector(bodies)),
  ]);
}

/**
 * A whole number from 0 in LEB128, seven bits a byte, the lowest first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(unsigned(624485), [0xe5, 0x8e, 0x26]);
 * ```
 */
export function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [value & 0x7f | 0x80, ...unsigned(value >>> 7)];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}
