/** Code with its parts marked, as static HTML. */
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import { escapeHtml } from "./escape_html.ts";

for (const [name, language] of Object.entries({ bash, json, sql, typescript })) {
  hljs.registerLanguage(name, language);
}

/**
 * Marks keywords, strings, numbers and comments by spans of class `hljs-…`; code of a language that
 * is not known is only escaped.
 *
 * @param language Of a fenced block, such as `typescript`, `ts`, `sql`, `json`, `bash`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(highlight("1 < 2", "ts"), '<span class="hljs-number">1</span> &lt; <span class="hljs-number">2</span>');
 * assert.equal(highlight("1 < 2", "fortran"), "1 &lt; 2");
 * ```
 */
export function highlight(code: string, language: string): string {
  return hljs.getLanguage(language) === undefined
    ? escapeHtml(code)
    : hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
