/** The order of search results. */

import { TrackingError } from "../tracking_error.ts";
import { find, type SearchGrammar, type Sql } from "./grammar.ts";
import { invalidClause, tokens } from "./lexer.ts";

/**
 * Translates MLflow's `order_by` to SQL. What a row lacks comes last in either direction, and NaN
 * before that.
 *
 * @param orderBy Keys, each with an optional ASC or DESC.
 * @param last SQL that settles ties.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` on an unknown key or one given twice.
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
 * assert.equal(order(grammar, ["name DESC"], "m.id").text, "m.name IS NULL, m.name DESC, m.id");
 * ```
 */
export function order(grammar: SearchGrammar, orderBy: readonly string[], last: string): Sql {
  const clauses = orderBy.map((clause) => one(grammar, clause));
  const keys = clauses.map(({ name }) => name);
  const twice = keys.find((name, i) => keys.indexOf(name) !== i);
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

function one(grammar: SearchGrammar, clause: string): { name: string; sql: Sql } {
  const [field, direction, ...rest] = tokens(clause);
  const way = direction?.source.toUpperCase() ?? "ASC";
  if (field?.kind !== "name" || rest.length > 0 || !/^(ASC|DESC)$/.test(way)) {
    throw invalidClause(clause);
  }
  const [entity, key] = field.parts.length === 1 ? [undefined, field.parts[0]] : field.parts;
  const target = find(grammar, { entity, key });
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
