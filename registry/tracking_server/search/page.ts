/** Cutting a listing into pages. */

import { TrackingError } from "../tracking_error.ts";

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
  const offset = token === undefined || token === "" ? 0 : offsetOf(token);
  const rows = query(size + 1, offset);
  return rows.length <= size
    ? { items: rows }
    : { items: rows.slice(0, size), nextPageToken: pageToken(offset + size) };
}

/**
 * Checks how many results a request asks for.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is not within 1 and `most`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(pageSize(undefined, { preset: 100, most: 1000 }), 100);
 * assert.throws(() => pageSize(0, { preset: 100, most: 1000 }), /must be at least 1/);
 * ```
 */
export function pageSize(
  asked: number | bigint | undefined,
  { preset, most }: { preset: number; most: number },
): number {
  const size = Number(asked ?? preset);
  if (size >= 1 && size <= most) return size;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Invalid value for request parameter max_results. It must be at least 1 and at most ${most}, but got value ${asked}`,
  );
}

/**
 * The token of the page that starts at an offset.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const query = (_limit: number, offset: number) => [offset];
 * assert.deepEqual(readPage({ size: 1, token: pageToken(50) }, query), { items: [50] });
 * ```
 */
export function pageToken(offset: number): string {
  return btoa(JSON.stringify({ offset }));
}

function offsetOf(token: string): number {
  const offset = /^\{"offset": ?(\d{1,15})\}$/.exec(decoded(token))?.[1];
  if (offset !== undefined) return Number(offset);
  throw new TrackingError("INVALID_PARAMETER_VALUE", "Invalid page token, could not decode it");
}

function decoded(token: string): string {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(token) && token.length % 4 === 0 ? atob(token) : "";
}
