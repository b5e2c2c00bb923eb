/** Cutting a listing into pages. */

import { pageToken, tokenOffset } from "./page_token.ts";

/** One page, and the token of the next one if there is one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextPageToken?: string;
}

/** What a request asks of a listing. */
export interface PageRequest {
  readonly size: number;
  readonly token?: string;
}

/**
 * Reads one page of a query.
 *
 * @param query Gives the rows from an offset on, at most `limit` of them.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when the token is not one of ours.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const letters = ["a", "b", "c"];
 * const query = (limit: number, offset: number) => letters.slice(offset, offset + limit);
 * const first = readPage({ size: 2 }, query);
 * assert.deepEqual(first.items, ["a", "b"]);
 * assert.deepEqual(readPage({ size: 2, token: first.nextPageToken }, query), { items: ["c"] });
 * ```
 */
export function readPage<T>(
  { size, token }: PageRequest,
  query: (limit: number, offset: number) => readonly T[],
): Page<T> {
  const offset = tokenOffset(token ?? "");
  const rows = query(size + 1, offset);
  return rows.length <= size
    ? { items: rows }
    : { items: rows.slice(0, size), nextPageToken: pageToken(offset + size) };
}
