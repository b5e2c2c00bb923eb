/** Cutting a filter into words as sqlparse does, the tokenizer behind MLflow's searches. */

import keywords from "./sql_keywords.json" with { type: "json" };

/** What a word is. Keywords of statements, which no filter has, are of the kind "other". */
export type WordKind =
  | "space"
  | "comment"
  | "name"
  | "builtin"
  | "placeholder"
  | "keyword"
  | "order"
  | "other"
  | "comparison"
  | "operator"
  | "punctuation"
  | "integer"
  | "float"
  | "hexadecimal"
  | "single"
  | "symbol"
  | "error";

/** One word of a filter, with its text as it stands there. */
export interface Word {
  readonly kind: WordKind;
  readonly text: string;
}

const letter = "[A-ZÀ-Ü]";
const sign = "[\\p{L}\\p{N}_]";
const noLetter = "(?![_A-ZÀ-Ü])";
const end = `(?!${sign})`;

// The first that matches counts, as in sqlparse; what only statements hold is left out.
const rules: readonly (readonly [kind: WordKind | undefined, rule: RegExp])[] = [
  ["comment", /(--|# ).*?(\r\n|\r|\n|$)/y],
  ["comment", /\/\*[^]*?\*\//y],
  ["space", /\r\n|\s/y],
  ["operator", /:=/y],
  ["punctuation", /::/y],
  ["operator", /\*/y],
  ["name", /`(``|[^`])*`|´(´´|[^´])*´/y],
  ["placeholder", rule(`\\?|%(\\(${sign}+\\))?s|(?<!${sign})[$:?]${sign}+`)],
  ["keyword", rule(`(CASE|IN|VALUES|USING|FROM|AS)${end}`)],
  ["name", rule(`(@|##|#)${letter}${sign}+`)],
  ["name", rule(`${letter}${sign}*(?=\\s*\\.(?!\\d))`)],
  ["name", rule(`(?<=\\.)${letter}${sign}*`)],
  ["name", rule(`${letter}${sign}*(?=\\()`)],
  ["hexadecimal", rule("-?0x[\\dA-F]+")],
  ["float", rule("-?\\d+(\\.\\d+)?E-?\\d+")],
  ["float", rule(`-?(\\d+\\.\\d*|\\.\\d+)${noLetter}`)],
  ["integer", rule(`-?\\d+${noLetter}`)],
  ["single", /'(''|\\'|[^'])*'/y],
  ["symbol", /"(""|\\"|[^"])*"/y],
  ["name", rule(`(?<![${"\\p{L}\\p{N}_"}\\])])\\[[^\\]\\[]+\\]`)],
  ["keyword", rule(`NOT\\s+NULL${end}`)],
  ["order", rule(`(ASC|DESC)(\\s+NULLS\\s+(FIRST|LAST))?${end}|NULLS\\s+(FIRST|LAST)${end}`)],
  ["keyword", rule(`(GROUP|ORDER)\\s+BY${end}`)],
  ["comparison", rule(`(NOT\\s+)?(LIKE|ILIKE|RLIKE)${end}`)],
  ["comparison", rule(`(NOT\\s+)?REGEXP(\\s+BINARY)?${end}`)],
  [undefined, rule(`${sign}[$#\\p{L}\\p{N}_]*`)],
  ["punctuation", /[;:()[\],.]/y],
  ["operator", /->>?|#>>?|@>|<@|\?\|?|\?&|-|#-/y],
  ["comparison", /[<>=~!]+/y],
  ["operator", /[+/@#%^&|^-]+/y],
  ["error", /[^]/uy],
];

const kindOfKeyword = new Map(
  (["keyword", "builtin", "other"] as const).flatMap((kind) =>
    keywords[kind].split(" ").map((word) => [word, kind] as const)
  ),
);

/**
 * Cuts a text into words, spaces included.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(sqlWords("run_id IN").map(({ kind, text }) => [kind, text]), [
 *   ["name", "run_id"], ["space", " "], ["keyword", "IN"],
 * ]);
 * ```
 */
export function sqlWords(sql: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < sql.length) {
    const word = wordAt(sql, at);
    words.push(word);
    at += word.text.length;
  }
  return words;
}

function wordAt(sql: string, at: number): Word {
  for (const [kind, rule] of rules) {
    rule.lastIndex = at;
    const text = rule.exec(sql)?.[0];
    if (text !== undefined) {
      return { kind: kind ?? kindOfKeyword.get(text.toUpperCase()) ?? "name", text };
    }
  }
  throw new TypeError(`Cannot cut ${JSON.stringify(sql)}: expected a word at ${at}`);
}

function rule(source: string): RegExp {
  return new RegExp(source, "iuy");
}
