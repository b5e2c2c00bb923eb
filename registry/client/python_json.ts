/** JSON as Python writes it, which names numbers that JSON does not have. */

import { parseExact } from "../exact_json.ts";

/**
 * Parses a server's JSON; a bare `NaN`, `Infinity` or `-Infinity`, as MLflow writes them in
 * `get-history-bulk`, becomes the text that stands for it everywhere else in MLflow's JSON.
 *
 * @throws {SyntaxError} When `text` is not JSON for another reason.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parsePythonJson('[NaN, -Infinity, "NaN, too"]'), ["NaN", "-Infinity", "NaN, too"]);
 * ```
 */
export function parsePythonJson(text: string): unknown {
  try {
    return parseExact(text);
  } catch (error) {
    if (!(error instanceof SyntaxError) || !/NaN|Infinity/.test(text)) throw error;
    return parseExact(quoted(text));
  }
}

/** Texts are matched too, so that a name inside of one stays. */
function quoted(text: string): string {
  return text.replace(
    /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g,
    (found) => found.startsWith('"') ? found : `"${found}"`,
  );
}
