/** Cutting a search filter into words. */

import { TrackingError } from "../tracking_error.ts";

/** One word of a filter. */
export type Token =
  /** A name, keyword or dotted key; quoted parts have lost their quotes. */
  | { readonly kind: "name"; readonly parts: readonly string[]; readonly source: string }
  /** A text between quotes; double quotes may also be a key, so the source is kept. */
  | { readonly kind: "text"; readonly value: string; readonly source: string }
  | { readonly kind: "number"; readonly value: number; readonly source: string }
  | { readonly kind: "symbol"; readonly source: string };

const rules = {
  space: /\s+/y,
  number: /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y,
  name: /[\p{L}_][\p{L}\p{N}_]*(?:\.(?:`[^`]*`|"[^"]*"|[\p{L}\p{N}_]+))*|`[^`]*`/uy,
  text: /'[^']*'|"[^"]*"/y,
  symbol: /!=|>=|<=|=|>|<|\(|\)|,/y,
};

/**
 * Cuts a filter into words.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` at a character that starts no word.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(tokens("tags.`my key` = 'a'").map((token) => token.source), [
 *   "tags.`my key`", "=", "'a'",
 * ]);
 * ```
 */
export function tokens(filter: string): Token[] {
  const found: Token[] = [];
  let at = 0;

  function match(rule: RegExp): string | undefined {
    rule.lastIndex = at;
    const source = rule.exec(filter)?.[0];
    at += source?.length ?? 0;
    return source;
  }

  while (at < filter.length) {
    if (match(rules.space) !== undefined) continue;
    const token = next(match);
    if (token === undefined) throw invalidClause(filter.slice(at));
    found.push(token);
  }
  return found;
}

/**
 * The refusal of a filter that does not follow the grammar.
 *
 * @param clause The part that is wrong.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(invalidClause("a b").message, "Invalid clause(s) in filter string: 'a b'");
 * ```
 */
export function invalidClause(clause: string): TrackingError {
  return new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Invalid clause(s) in filter string: '${clause}'`,
  );
}

function next(match: (rule: RegExp) => string | undefined): Token | undefined {
  const number = match(rules.number);
  if (number !== undefined) return { kind: "number", value: Number(number), source: number };
  const name = match(rules.name);
  if (name !== undefined) return { kind: "name", parts: partsOf(name), source: name };
  const text = match(rules.text);
  if (text !== undefined) return { kind: "text", value: text.slice(1, -1), source: text };
  const symbol = match(rules.symbol);
  return symbol === undefined ? undefined : { kind: "symbol", source: symbol };
}

/** `metrics.val.loss` is an entity and a key that may hold dots. */
function partsOf(name: string): string[] {
  const dot = name.startsWith("`") ? -1 : name.indexOf(".");
  return dot < 0 ? [bare(name)] : [name.slice(0, dot), bare(name.slice(dot + 1))];
}

function bare(part: string): string {
  return /^(`.*`|".*")$/.test(part) ? part.slice(1, -1) : part;
}
