/** The versions of one registered model, page by page. */

import type { ReadableDatabase } from "../database.ts";
import { type Page, readPage } from "../search/page.ts";
import { pageToken } from "../search/page_token.ts";
import type { ModelVersionRow } from "./model_versions.ts";

/**
 * One page of a model's versions, the newest first. A search by the model's name could not name
 * one that holds both kinds of quotes.
 *
 * @param page Counted from 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.deepEqual(readVersionPage(store.database, "a", { size: 50, page: 1 }), { items: [] });
 * ```
 */
export function readVersionPage(
  database: ReadableDatabase,
  name: string,
  { size, page }: { readonly size: number; readonly page: number },
): Page<ModelVersionRow> {
  return readPage(
    { size, token: pageToken((page - 1) * size) },
    (limit, offset) =>
      database.all<ModelVersionRow>(
        `SELECT * FROM model_versions WHERE name = ? AND lifecycle_stage = 'active'
       ORDER BY version DESC LIMIT ? OFFSET ?`,
        ...[name, limit, offset],
      ),
  );
}
