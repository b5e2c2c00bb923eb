/** Values as Python's `repr` writes them, which MLflow's messages quote. */

/**
 * A value, or a list or record of values, as Python writes it; a number is an integer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(pythonRepr("it's"), `"it's"`);
 * assert.equal(pythonRepr([{ key: "a" }]), "[{'key': 'a'}]");
 * ```
 */
export function pythonRepr(value: Representable): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value === null) return "None";
  if (isList(value)) return `[${value.map(pythonRepr).join(", ")}]`;
  const members = Object.entries(value);
  return `{${members.map(([key, item]) => `${quoted(key)}: ${pythonRepr(item)}`).join(", ")}}`;
}

/** What {@link pythonRepr} writes. */
export type Representable =
  | string
  | number
  | boolean
  | null
  | readonly Representable[]
  | { readonly [key: string]: Representable };

function isList(value: Representable): value is readonly Representable[] {
  return Array.isArray(value);
}

const named: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(
    /[\\'\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu,
    (sign) => sign === "'" ? (quote === "'" ? "\\'" : "'") : named[sign] ?? code(sign),
  );
  return quote + escaped + quote;
}

function code(sign: string): string {
  const number = sign.codePointAt(0) ?? 0;
  const [prefix, digits] = number < 0x100 ? ["x", 2] : number < 0x10000 ? ["u", 4] : ["U", 8];
  return `\\${prefix}${number.toString(16).padStart(digits as number, "0")}`;
}
