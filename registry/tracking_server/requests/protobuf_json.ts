/** Scalars as protobuf reads them from JSON; undefined stands for what it cannot read. */

import { WholeDouble } from "./python_values.ts";

// What Python's float() takes, but for the lower-case nan that protobuf refuses.
const double = /^\s*[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+(_\d+)*)?\s*$/i;
const named = /^\s*([+-]?)(inf|infinity|nan)\s*$/i;

/**
 * Text; halves of a surrogate pair are none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(readText("a"), "a");
 * assert.equal(readText(9), undefined);
 * ```
 */
export function readText(value: unknown): string | undefined {
  return typeof value === "string" && value.isWellFormed() ? value : undefined;
}

/**
 * An int64 from a number, or from text that is one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(["12", "5.0", 1.5, true].map(readInteger), [12, 5, undefined, undefined]);
 * ```
 */
export function readInteger(value: unknown): number | bigint | undefined {
  const exact = wholeNumber(value);
  if (exact === undefined || BigInt.asIntN(64, exact) !== exact) return undefined;
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
}

/**
 * A double from a number, or from text that is one; `NaN` and the infinities travel as text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(["1e3", "-Infinity", "nan", "x"].map(readDouble), [
 *   1000, -Infinity, undefined, undefined,
 * ]);
 * ```
 */
export function readDouble(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value === "bigint" || typeof value === "boolean") return Number(value);
  if (value instanceof WholeDouble) return Number(value.source);
  return typeof value === "string" && value !== "nan" ? doubleOf(value) : undefined;
}

function doubleOf(text: string): number | undefined {
  if (double.test(text)) return Number(text.replaceAll("_", ""));
  const [, sign, name] = named.exec(text) ?? [];
  if (name === undefined) return undefined;
  if (name.toLowerCase() === "nan") return NaN;
  return sign === "-" ? -Infinity : Infinity;
}

function wholeNumber(value: unknown): bigint | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : undefined;
  if (value instanceof WholeDouble) return BigInt(Number(value.source));
  // Longer digits are beyond int64 and slow to read.
  if (typeof value !== "string" || value.includes(" ") || value.length > 400) return undefined;
  const digits = value.trim().replaceAll("_", "");
  if (/^[+-]?\d+$/.test(digits)) return BigInt(digits.replace("+", ""));
  const number = doubleOf(value);
  return number !== undefined && Number.isInteger(number) ? BigInt(number) : undefined;
}
