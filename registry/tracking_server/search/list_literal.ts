/** Lists of texts in a filter, which MLflow reads as Python's tuples. */

import { pythonRepr } from "../requests/python_repr.ts";
import { TrackingError } from "../tracking_error.ts";

const prefix = "While parsing a list in the query, expected";

/**
 * The texts of a list in parentheses. Texts side by side are one, as in Python.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is empty, or holds anything but texts.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(listLiteral(`('a', "b" 'c',)`), ["a", "bc"]);
 * assert.throws(() => listLiteral("()"), /expected a non-empty list/);
 * ```
 */
export function listLiteral(text: string): string[] {
  const inner = text.slice(1, -1).trim();
  if (inner === "") {
    throw invalid(`${prefix} a non-empty list of string values, but got empty list`);
  }
  const items =
    /^(?:\s*(?:(?:'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|[-+]?[\d.]+)\s*)+,?)*$/.test(inner)
      ? [...inner.matchAll(/(?:\s*(?:'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|[-+]?[\d.]+))+/g)]
        .map(([item]) => valueOf(item))
      : [undefined];
  if (items.includes(undefined)) {
    throw invalid(`${prefix} a non-empty list of string values, but got ill-formed list.`);
  }
  const texts = items.filter((item) => typeof item === "string");
  if (texts.length === items.length) return texts;
  const shown = items.map((item) => typeof item === "number" ? item : pythonRepr(item ?? ""));
  throw invalid(
    `${prefix} string value, punctuation, or whitespace, but got different type in list: (${
      shown.join(", ")
    }${shown.length === 1 ? "," : ""})`,
  );
}

function valueOf(item: string): string | number | undefined {
  const parts = item.match(/'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|[-+]?[\d.]+/g) ?? [];
  const numbers = parts.filter((part) => /^[-+\d.]/.test(part));
  if (numbers.length === 0) return parts.map((part) => unescaped(part.slice(1, -1))).join("");
  return parts.length === 1 && Number.isFinite(Number(numbers[0])) ? Number(numbers[0]) : undefined;
}

const escapes: Record<string, string> = { n: "\n", t: "\t", r: "\r", "\n": "" };

function unescaped(text: string): string {
  return text.replace(/\\([ntr\n\\'"])/g, (_, sign: string) => escapes[sign] ?? sign);
}

function invalid(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}
