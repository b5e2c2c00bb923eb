/** JSON as Python has it: a double is not an integer, even when it is whole. */

import { asciiJson } from "./python_json.ts";

/** A number that Python reads as a float although its value is whole, such as `9.0` or `1e3`. */
export class WholeDouble {
  /** Its text in the JSON. */
  readonly source: string;

  /** @param source Its text in the JSON. */
  constructor(source: string) {
    this.source = source;
  }
}

/** `JSON.parse` with source text access, which TypeScript's library does not list yet. */
interface SourceJson {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown;
}

/**
 * Parses JSON; an integer beyond ±2^53 becomes a `bigint`, a whole float a {@link WholeDouble}.
 *
 * @throws {SyntaxError} When `text` is not JSON.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parsePythonJson('[9, 9.0, 9.5]'), [9, new WholeDouble("9.0"), 9.5]);
 * ```
 */
export function parsePythonJson(text: string): unknown {
  return (JSON as SourceJson).parse(text, (_key, value, { source = "" }) => {
    if (typeof value !== "number") return value;
    if (/^-?\d+$/.test(source)) return Number.isSafeInteger(value) ? value : BigInt(source);
    return Number.isInteger(value) ? new WholeDouble(source) : value;
  });
}

/**
 * What Python's `json.dumps` makes of a value with sorted keys and no spaces.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(sortedJson({ b: "ü", a: [null, 1.5] }), String.raw`{"a":[null,1.5],"b":"\u00fc"}`);
 * ```
 */
export function sortedJson(value: unknown): string {
  if (typeof value === "string") return asciiJson(JSON.stringify(value));
  if (typeof value === "number" || value instanceof WholeDouble) return pythonNumber(value);
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return String(value ?? null);
  const members = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return `{${members.map(([key, item]) => `${sortedJson(key)}:${sortedJson(item)}`).join(",")}}`;
}

/**
 * A number as Python's `repr` writes it.
 *
 * @param number An integer, or with a {@link WholeDouble} or a fraction a float.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(pythonNumber(9), "9");
 * assert.equal(pythonNumber(new WholeDouble("9e0")), "9.0");
 * assert.equal(pythonNumber(1e-7), "1e-07");
 * ```
 */
export function pythonNumber(number: number | WholeDouble): string {
  if (typeof number === "number" && Number.isInteger(number)) return BigInt(number).toString();
  const double = number instanceof WholeDouble ? Number(number.source) : number;
  return pythonFloat(double);
}

/**
 * A double as Python's `repr` writes a float.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([1, 1e16, NaN, -Infinity].map(pythonFloat), ["1.0", "1e+16", "nan", "-inf"]);
 * ```
 */
export function pythonFloat(double: number): string {
  if (!Number.isFinite(double)) return String(double).toLowerCase().replace("infinity", "inf");
  const magnitude = Math.abs(double);
  // Python changes to exponents earlier than JavaScript.
  const exponential = magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e16);
  if (!exponential) {
    return `${Object.is(double, -0) ? "-" : ""}${double}${Number.isInteger(double) ? ".0" : ""}`;
  }
  return double.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
}

/**
 * What Python calls the type of a JSON value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([1, 1.5, "a", null, {}].map(pythonType), [
 *   "int", "float", "str", "NoneType", "dict",
 * ]);
 * ```
 */
export function pythonType(value: unknown): string {
  if (value === null || value === undefined) return "NoneType";
  if (Array.isArray(value)) return "list";
  if (value instanceof WholeDouble) return "float";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  const names: Record<string, string> = { string: "str", boolean: "bool", bigint: "int" };
  return names[typeof value] ?? "dict";
}
