/** JSON in the bytes of Python's `json.dumps`, which tools of Jupyter compare. */

/**
 * JSON on one line as Python writes it: a space after commas and colons, ASCII only, exponents of
 * two digits.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(pythonJson({ tags: ["é"], tolerance: 1e-9 }), '{"tags": ["\\u00e9"], "tolerance": 1e-09}');
 * ```
 */
export function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(", ")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.entries(value).map(([key, one]) => `${ascii(key)}: ${pythonJson(one)}`);
    return `{${members.join(", ")}}`;
  }
  if (typeof value === "string") return ascii(value);
  return typeof value === "number" ? pythonNumber(value) : JSON.stringify(value);
}

function ascii(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => unit === "\u007f" ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * A number as Python writes it: with an exponent of two digits, below 1e-4 already and not only below
 * 1e-6.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([1e-9, 0.00001, 0.5].map(pythonNumber), ["1e-09", "1e-05", "0.5"]);
 * ```
 */
export function pythonNumber(value: number): string {
  const text = value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}
