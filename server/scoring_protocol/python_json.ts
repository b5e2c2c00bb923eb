/** JSON as Python's `json` module reads it. */
import { parseJson } from "../json_text.ts";

/** Bare names of numbers, each with JSON for the same: JSON.parse reads 1e999 as infinite. */
const NAMES = [["NaN", "null"], ["Infinity", "1e999"]] as const;

/**
 * The value of a JSON text, which may hold `NaN`, `Infinity` and `-Infinity` where a number
 * stands: so Python writes a data frame that has them. `NaN` becomes null.
 *
 * @throws {RequestError} 400 with line and column when the text is not JSON for another reason.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parsePythonJson('[NaN, -Infinity, "NaN"]'), [null, -Infinity, "NaN"]);
 * ```
 */
export function parsePythonJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseJson(withoutNames(text));
  }
}

/** One regular expression over texts and names overflows its stack on texts of megabytes. */
function withoutNames(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') {
      at = textEnd(text, at);
      continue;
    }
    const found = NAMES.find(([name]) => text.startsWith(name, at));
    if (found === undefined) continue;
    const [name, json] = found;
    parts.push(text.slice(from, at), json);
    from = at + name.length;
    at = from - 1;
  }
  return parts.join("") + text.slice(from);
}

/** Place of the quote that closes the text opened at `start`. */
function textEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
