/** One value of a feature row. */
import { badField } from "../request_error.ts";
import { pythonFloat } from "./python_float.ts";

/**
 * A JSON value as a float32 feature, as pandas converts it: a number, `NaN` for `null`, 1 and 0
 * for truth values, and text that Python's `float()` reads. A number beyond float32 is infinite.
 *
 * @param value The value as sent.
 * @param field Where it stands, for the error.
 * @throws {RequestError} 400 when it is none of these.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(cell(0.5, "inputs.hour[0]"), 0.5);
 * assert.ok(Number.isNaN(cell(null, "inputs.hour[0]")));
 * ```
 */
export function cell(value: unknown, field: string): number {
  if (typeof value === "number") return Math.fround(value);
  if (value === null) return NaN;
  if (typeof value === "boolean") return Number(value);
  const read = typeof value === "string" ? pythonFloat(value) : undefined;
  if (read === undefined) throw badField(field, `expected a number or null, got ${shown(value)}`);
  return Math.fround(read);
}

/**
 * A value as an error message shows it: short JSON.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(shown("noon"), '"noon"');
 * assert.equal(shown([1, 2]), "a list");
 * ```
 */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value !== null && typeof value === "object") return "an object";
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/**
 * Whether a JSON value is an object.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([{}, [], null].map(isRecord), [true, false, false]);
 * ```
 */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
