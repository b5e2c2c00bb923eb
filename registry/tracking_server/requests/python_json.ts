/** JSON as Python's `json.dumps` writes it, for tags that MLflow's clients compare as text. */

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | {
  readonly [name: string]: Json;
};

/**
 * Writes a value with a space after each comma and colon, and with ASCII alone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(pythonJson([{ name: "Zähler", version: 1 }]),
 *   '[{"name": "Z\\u00e4hler", "version": 1}]');
 * ```
 */
export function pythonJson(value: Json): string {
  if (typeof value === "string") return asciiJson(JSON.stringify(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(pythonJson).join(", ")}]`;
  const entries = Object.entries(value);
  return `{${
    entries.map(([name, item]) => `${pythonJson(name)}: ${pythonJson(item)}`).join(", ")
  }}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * JSON with every sign beyond ASCII as its code, as Python writes it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(asciiJson('"ü"'), String.raw`"\u00fc"`);
 * ```
 */
export function asciiJson(json: string): string {
  return json.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
