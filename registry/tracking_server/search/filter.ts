/** The grammar of a search filter: comparisons joined by AND. */

import { requireWithin } from "./bounds.ts";
import { invalidClause, type Token, tokens } from "./lexer.ts";

/** How a comparison compares. */
export type Comparator =
  | "="
  | "!="
  | ">"
  | ">="
  | "<"
  | "<="
  | "LIKE"
  | "ILIKE"
  | "IN"
  | "NOT IN"
  | "IS NULL"
  | "IS NOT NULL";

/** One comparison of a filter. */
export interface Comparison {
  /** What stands before the dot, for example `metrics`; absent for a bare attribute. */
  readonly entity?: string;
  readonly key: string;
  readonly comparator: Comparator;
  /** A number, a text, or the texts of a list; absent with IS NULL and IS NOT NULL. */
  readonly value?: number | string | readonly string[];
}

/**
 * Reads a filter: `comparison (AND comparison)*`.
 *
 * @param filter Text; an empty one holds no comparison.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it does not follow the grammar, or goes
 * beyond the bounds of a search.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parseFilter("metrics.auc > 0.9 AND name = 'a'"), [
 *   { entity: "metrics", key: "auc", comparator: ">", value: 0.9 },
 *   { key: "name", comparator: "=", value: "a" },
 * ]);
 * ```
 */
export function parseFilter(filter: string): Comparison[] {
  requireWithin("characters of filter", filter.length);
  const words = tokens(filter);
  if (words.length === 0) return [];
  const clauses: Token[][] = [[]];
  for (const word of words) {
    if (isWord(word, "AND")) clauses.push([]);
    else clauses[clauses.length - 1].push(word);
  }
  requireWithin("comparisons", clauses.length);
  const comparisons = clauses.map(comparison);
  const listed = comparisons.flatMap(({ value }) => Array.isArray(value) ? value : []);
  requireWithin("values in lists", listed.length);
  return comparisons;
}

function comparison(words: readonly Token[]): Comparison {
  if (words.length === 0) throw invalidClause("AND");
  const [left, ...rest] = words;
  const key = left.kind === "name"
    ? left.parts
    : left.kind === "text" && left.source.startsWith('"')
    ? [left.value]
    : undefined;
  const right = key === undefined ? undefined : rightSide(rest);
  if (key === undefined || right === undefined) {
    throw invalidClause(words.map(({ source }) => source).join(" "));
  }
  return key.length === 1 ? { key: key[0], ...right } : { entity: key[0], key: key[1], ...right };
}

function rightSide(words: readonly Token[]): Pick<Comparison, "comparator" | "value"> | undefined {
  const [first, second, third] = words;
  if (isWord(first, "IS")) {
    if (words.length === 2 && isWord(second, "NULL")) return { comparator: "IS NULL" };
    const not = words.length === 3 && isWord(second, "NOT") && isWord(third, "NULL");
    return not ? { comparator: "IS NOT NULL" } : undefined;
  }
  if (isWord(first, "IN")) return inList("IN", words.slice(1));
  if (isWord(first, "NOT") && isWord(second, "IN")) return inList("NOT IN", words.slice(2));
  const comparator = comparatorOf(first);
  if (comparator === undefined || words.length !== 2) return undefined;
  return second.kind === "text" || second.kind === "number"
    ? { comparator, value: second.value }
    : undefined;
}

function comparatorOf(word: Token | undefined): Comparator | undefined {
  if (isWord(word, "LIKE")) return "LIKE";
  if (isWord(word, "ILIKE")) return "ILIKE";
  const symbols = ["=", "!=", ">", ">=", "<", "<="] as const;
  return symbols.find((symbol) => word?.kind === "symbol" && word.source === symbol);
}

function inList(
  comparator: "IN" | "NOT IN",
  words: readonly Token[],
): Pick<Comparison, "comparator" | "value"> | undefined {
  const value: string[] = [];
  for (const [i, word] of words.entries()) {
    const expected = i === 0 ? "(" : i === words.length - 1 ? ")" : i % 2 === 0 ? "," : undefined;
    if (expected === undefined && word.kind === "text") value.push(word.value);
    else if (word.kind !== "symbol" || word.source !== expected) return undefined;
  }
  return value.length > 0 && words.length === 2 * value.length + 1
    ? { comparator, value }
    : undefined;
}

function isWord(word: Token | undefined, keyword: string): boolean {
  return word?.kind === "name" && word.source.toUpperCase() === keyword;
}
