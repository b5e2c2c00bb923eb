/** One value of a feature row. */
import { badField } from "../request_error.ts";

/**
 * A JSON value as a float32 feature: a number, or `NaN` for `null`.
 *
 * @param value The value as sent.
 * @param field Where it stands, for the error.
 * @throws {RequestError} 400 when it is neither a number in the range of float32 nor null.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(cell(0.5, "inputs.hour[0]"), 0.5);
 * assert.ok(Number.isNaN(cell(null, "inputs.hour[0]")));
 * ```
 */
export function cell(value: unknown, field: string): number {
  if (value === null) return NaN;
  if (typeof value !== "number") {
    throw badField(field, `expected a number or null, got ${shown(value)}`);
  }
  const rounded = Math.fround(value);
  if (!Number.isFinite(rounded)) {
    throw badField(field, `expected a number in the range of float32, got ${value}`);
  }
  return rounded;
}

/**
 * A value as an error message shows it: short JSON.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(shown("NaN"), '"NaN"');
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
