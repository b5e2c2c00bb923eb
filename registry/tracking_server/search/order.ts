/** The order of search results. */

import { pythonRepr } from "../requests/python_repr.ts";
import { TrackingError } from "../tracking_error.ts";
import { requireWithin } from "./bounds.ts";
import type { EntityType } from "./comparison.ts";
import { invalid } from "./filter_values.ts";
import { entityOf, type SearchGrammar, type Sql } from "./grammar.ts";
import { sqlStatements } from "./sql_statement.ts";
import type { Node } from "./sql_tree.ts";

/** One key to order by. */
export interface OrderKey {
  readonly type: EntityType;
  readonly key: string;
  readonly ascending: boolean;
}

/** What an identifier names, by the rules of a resource. */
export type ReadKey = (identifier: string) => { type: EntityType; key: string };

/**
 * Reads the clauses of MLflow's `order_by`: keys with an optional ASC or DESC.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when one is anything else, or they are more
 * than a hundred.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { runOrderKey } from "./run_filter.ts";
 * assert.deepEqual(parseOrders(["metrics.auc DESC"], runOrderKey), [
 *   { type: "metric", key: "auc", ascending: false },
 * ]);
 * ```
 */
export function parseOrders(clauses: readonly string[], readKey: ReadKey): OrderKey[] {
  requireWithin("keys to order by", clauses.length);
  return clauses.map((clause) => parseOrder(clause, readKey));
}

/**
 * Reads clauses as {@link parseOrders} does, and each key only once.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when there is one twice.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { runOrderKey } from "./run_filter.ts";
 * assert.throws(() => parseDistinctOrders(["status", "status DESC"], runOrderKey), {
 *   message: "`order_by` contains duplicate fields: ['status', 'status DESC']",
 * });
 * ```
 */
export function parseDistinctOrders(clauses: readonly string[], readKey: ReadKey): OrderKey[] {
  const keys = parseOrders(clauses, readKey);
  const names = keys.map(({ type, key }) => `${type}.${key}`);
  if (new Set(names).size === names.length) return keys;
  throw invalid(`\`order_by\` contains duplicate fields: ${pythonRepr(clauses)}`);
}

/**
 * Translates keys to SQL. What a row lacks comes last in either direction, and NaN before that.
 *
 * @param last SQL that settles ties.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const grammar = { attributes: { name: "m.name" }, entities: {} };
 * const keys = [{ type: "attribute", key: "name", ascending: false }] as const;
 * assert.equal(order(grammar, keys, "m.id").text, "m.name IS NULL, m.name DESC, m.id");
 * ```
 */
export function order(grammar: SearchGrammar, keys: readonly OrderKey[], last: string): Sql {
  const clauses = keys.map((key) => orderTerm(grammar, key));
  return {
    text: [...clauses.map(({ text }) => text), last].join(", "),
    values: clauses.flatMap(({ values }) => values),
  };
}

/**
 * Translates one key to SQL.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const grammar = { attributes: { name: "m.name" }, entities: {} };
 * const term = orderTerm(grammar, { type: "attribute", key: "name", ascending: true });
 * assert.equal(term.text, "m.name IS NULL, m.name ASC");
 * ```
 */
export function orderTerm(grammar: SearchGrammar, { type, key, ascending }: OrderKey): Sql {
  const way = ascending ? "ASC" : "DESC";
  if (type === "attribute") {
    const column = grammar.attributes[key];
    return { text: `${column} IS NULL, ${column} ${way}`, values: [] };
  }
  const entity = entityOf(grammar, type);
  const read = (sql: string) => `(SELECT ${sql} FROM ${entity.from} AND ${entity.key} = ?)`;
  const value = read(entity.value);
  const text = entity.isNan === undefined
    ? `${value} IS NULL, ${value} ${way}`
    : `${value} IS NULL, ${read(entity.isNan)}, ${value} ${way}`;
  return { text, values: Array.from(text.matchAll(/\?/g), () => key) };
}

function parseOrder(clause: string, readKey: ReadKey): OrderKey {
  const text = keyText(clause).trim();
  const words = text.match(/(?:`[^`]*`|"[^"]*"|'[^']*'|[^\s`"'])+/g) ?? [];
  if (words.length > 2) throw unparsed(clause);
  const [word = "", way] = words;
  if (way === undefined) return { ...readKey(text), ascending: true };
  if (!/^(asc|desc)$/i.test(way)) {
    throw invalid(`Invalid ordering key in order_by clause '${clause}'.`);
  }
  // Beside a direction, MLflow takes the quotes off before it reads the key.
  const plain = word.replace(/`([^`]*)`|"([^"]*)"/g, (_, tick, quoted) => tick ?? quoted);
  return { ...readKey(plain), ascending: way.toLowerCase() === "asc" };
}

/** What sqlparse takes for one key; `timestamp` is a type of SQL to it. */
function keyText(clause: string): string {
  const [statement, ...more] = sqlStatements(clause);
  if (statement === undefined || more.length > 0) throw unparsed(clause);
  const [first] = statement;
  const last = statement[statement.length - 1];
  if (statement.length === 1 && (first.kind === "Identifier" || isTimestamp(first))) {
    return first.kind === "Identifier" ? first.text : "timestamp";
  }
  const spaced = statement.slice(1, -1).every(({ kind }) => kind === "space");
  if (isTimestamp(first) && spaced && last.kind === "order") return `timestamp ${last.text}`;
  throw unparsed(clause);
}

function isTimestamp({ kind, text }: Node): boolean {
  return kind === "builtin" && text.toLowerCase() === "timestamp";
}

function unparsed(clause: string): TrackingError {
  return invalid(`Invalid order_by clause '${clause}'. Could not be parsed.`);
}
