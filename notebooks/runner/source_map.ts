/** Positions in generated code and where they come from: https://tc39.es/ecma426/ */
import type { SourcePosition } from "./source_line.ts";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The place in the source of a place in the code made of it.
 *
 * @param mappings The member of that name of a source map with one source.
 * @param generated Counts from 1.
 * @returns That of the nearest mapping before it in its line; `undefined` where there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(sourcePosition(";AAEE", { line: 2, column: 9 }), { line: 3, column: 3 });
 * assert.equal(sourcePosition(";AAEE", { line: 1, column: 1 }), undefined);
 * ```
 */
export function sourcePosition(
  mappings: string,
  generated: SourcePosition,
): SourcePosition | undefined {
  let [sourceLine, sourceColumn] = [0, 0];
  for (const [index, line] of mappings.split(";").entries()) {
    let [column, found]: [number, SourcePosition | undefined] = [0, undefined];
    for (const segment of line.split(",").filter((one) => one !== "")) {
      const [columns, , lines = 0, sourceColumns = 0] = decodeNumbers(segment);
      column += columns;
      sourceLine += lines;
      sourceColumn += sourceColumns;
      if (found === undefined || column < generated.column) {
        found = { line: sourceLine + 1, column: sourceColumn + 1 };
      }
    }
    if (index + 1 === generated.line) return found;
  }
  return undefined;
}

/** Base 64 digits of five bits and a bit for more; the lowest bit of a number is its sign. */
function decodeNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}
