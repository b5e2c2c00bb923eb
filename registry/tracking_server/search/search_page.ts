/** One page of what a search finds. */

import type { ReadableDatabase } from "../database.ts";
import type { Comparison } from "./comparison.ts";
import { condition, type SearchGrammar, type Sql } from "./grammar.ts";
import { type Page, readPage } from "./page.ts";

/** The rows of a resource, and how to search them. */
export interface SearchedRows {
  /** SQL that selects them, its last clause a WHERE. */
  readonly select: Sql;
  readonly grammar: SearchGrammar;
  readonly where: readonly Comparison[];
  /** SQL of their order, ties settled. */
  readonly by: Sql;
}

/**
 * Reads one page of a search. `Row` states what `select` selects.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when the token is wrong, or a pattern too long.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const rows = {
 *   select: { text: "SELECT e.name FROM experiments e WHERE TRUE", values: [] },
 *   grammar: { attributes: { name: "e.name" }, entities: {} },
 *   where: [{ type: "attribute", key: "name", comparator: "LIKE", value: "D%" }] as const,
 *   by: { text: "e.name", values: [] },
 * };
 * assert.deepEqual(searchPage(store.database, rows, { size: 10 }), { items: [{ name: "Default" }] });
 * ```
 */
export function searchPage<Row extends object>(
  database: ReadableDatabase,
  { select, grammar, where, by }: SearchedRows,
  page: { readonly size: number; readonly token?: string },
): Page<Row> {
  const { text, values } = condition(grammar, where);
  return readPage(page, (limit, offset) =>
    database.all<Row>(
      `${select.text} AND ${text} ORDER BY ${by.text} LIMIT ? OFFSET ?`,
      ...[...select.values, ...values, ...by.values, limit, offset],
    ));
}
