/** One page of what a search finds. */

import type { ReadableDatabase } from "../database.ts";
import { parseFilter } from "./filter.ts";
import { condition, type SearchGrammar, type Sql } from "./grammar.ts";
import { type Page, pageSize, readPage } from "./page.ts";

/** The rows of a resource, and how to search them. */
export interface SearchedRows {
  /** SQL that selects them, its last clause a WHERE. */
  readonly select: Sql;
  readonly grammar: SearchGrammar;
  /** SQL of their order, ties settled. */
  readonly by: Sql;
  /** Rows of a page: when a request does not say, and at most. */
  readonly pages: { readonly preset: number; readonly most: number };
}

/** What a request asks for. */
export interface SearchRequest {
  readonly filter?: string;
  readonly max_results?: number | bigint;
  readonly page_token?: string;
}

/**
 * Reads one page of a search. `Row` states what `select` selects.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when the filter, the size or the token is
 * wrong, or the search asks for too much.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const name = { type: "text", value: "e.name" } as const;
 * const rows = {
 *   select: { text: "SELECT e.name FROM experiments e WHERE TRUE", values: [] },
 *   grammar: { attributeNames: ["attributes"], attributes: { name }, entities: {} },
 *   by: { text: "e.name", values: [] },
 *   pages: { preset: 10, most: 100 },
 * };
 * const page = searchPage(store.database, rows, { filter: "name LIKE 'D%'" });
 * assert.deepEqual(page, { items: [{ name: "Default" }] });
 * ```
 */
export function searchPage<Row extends object>(
  database: ReadableDatabase,
  { select, grammar, by, pages }: SearchedRows,
  search: SearchRequest,
): Page<Row> {
  const where = condition(grammar, parseFilter(search.filter ?? ""));
  const size = pageSize(search.max_results, pages);
  return readPage({ size, token: search.page_token }, (limit, offset) =>
    database.all<Row>(
      `${select.text} AND ${where.text} ORDER BY ${by.text} LIMIT ? OFFSET ?`,
      ...[...select.values, ...where.values, ...by.values, limit, offset],
    ));
}
