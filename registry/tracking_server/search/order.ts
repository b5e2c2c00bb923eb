/** The order of search results. */

import { TrackingError } from "../tracking_error.ts";
import { requireWithin } from "./bounds.ts";
import { find, type SearchGrammar, type Sql } from "./grammar.ts";
import { invalidClause, tokens } from "./lexer.ts";

/** One key to order by. */
export interface OrderKey {
  /** What stands before the dot, for example `metrics`; absent for a bare attribute. */
  readonly entity?: string;
  readonly key: string;
  readonly ascending: boolean;
}

/**
 * Reads one clause of MLflow's `order_by`: a key with an optional ASC or DESC.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is anything else.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parseOrder("metrics.auc DESC"), {
 *   entity: "metrics",
 *   key: "auc",
 *   ascending: false,
 * });
 * ```
 */
export function parseOrder(clause: string): OrderKey {
  const [field, direction, ...rest] = tokens(clause);
  const way = direction?.source.toUpperCase() ?? "ASC";
  const parts = field?.kind === "name"
    ? field.parts
    : field?.kind === "text" && field.source.startsWith('"')
    ? [field.value]
    : undefined;
  if (parts === undefined || rest.length > 0 || !/^(ASC|DESC)$/.test(way)) {
    throw invalidClause(clause);
  }
  const ascending = way === "ASC";
  return parts.length === 1
    ? { key: parts[0], ascending }
    : { entity: parts[0], key: parts[1], ascending };
}

/**
 * Translates keys to SQL. What a row lacks comes last in either direction, and NaN before that.
 *
 * @param last SQL that settles ties.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` on an unknown key, one given twice, or more
 * than a hundred.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import type { SearchGrammar } from "./grammar.ts";
 * const grammar: SearchGrammar = {
 *   attributeNames: ["attributes"],
 *   attributes: { name: { type: "text", value: "m.name" } },
 *   entities: {},
 * };
 * const keys = [{ key: "name", ascending: false }];
 * assert.equal(order(grammar, keys, "m.id").text, "m.name IS NULL, m.name DESC, m.id");
 * ```
 */
export function order(grammar: SearchGrammar, orderKeys: readonly OrderKey[], last: string): Sql {
  requireWithin("keys to order by", orderKeys.length);
  const clauses = orderKeys.map((key) => one(grammar, key));
  const names = clauses.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `\`order_by\` contains duplicate fields: '${twice}'`,
    );
  }
  return {
    text: [...clauses.map(({ sql }) => sql.text), last].join(", "),
    values: clauses.flatMap(({ sql }) => sql.values),
  };
}

function one(grammar: SearchGrammar, orderKey: OrderKey): { name: string; sql: Sql } {
  const { key } = orderKey;
  const way = orderKey.ascending ? "ASC" : "DESC";
  const target = find(grammar, orderKey);
  if (!("from" in target)) {
    const text = `${target.value} IS NULL, ${target.value} ${way}`;
    return { name: target.value, sql: { text, values: [] } };
  }
  const value = `(SELECT ${target.value} FROM ${target.from} AND ${target.key} = ?)`;
  const text = target.type === "number"
    // A stored NaN shows as NULL in `value`, and is still before a row that is not there.
    ? `NOT EXISTS (SELECT 1 FROM ${target.from} AND ${target.key} = ?), ${value} IS NULL, ${value} ${way}`
    : `${value} IS NULL, ${value} ${way}`;
  const places = text.split("?").length - 1;
  return {
    name: `${target.from} ${key}`,
    sql: { text, values: Array.from({ length: places }, () => key) },
  };
}
