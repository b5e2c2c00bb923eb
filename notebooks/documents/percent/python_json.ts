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
  return typeof value === "number" ? number(value) : JSON.stringify(value);
}

function ascii(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => unit === "\u007f" ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Python writes an exponent below 1e-4, JavaScript below 1e-6. */
function number(value: number): string {
  const text = value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}
