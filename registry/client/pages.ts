/** Walking through a listing that the server cuts into pages. */

import { z } from "zod";

/** One page of a listing, and the token of the next one if there is one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextPageToken?: string;
}

/**
 * A page as it stands in the server's JSON; MLflow omits an empty list.
 *
 * @param name Of the list.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { z } from "zod";
 * const json = { runs: ["a"], next_page_token: "next" };
 * assert.deepEqual(pageOf("runs", z.string()).parse(json), { items: ["a"], nextPageToken: "next" });
 * ```
 */
export function pageOf<T>(name: string, item: z.ZodType<T>): z.ZodType<Page<T>> {
  return z.object({ [name]: z.array(item).default([]) })
    .and(z.object({ next_page_token: z.string().optional() }))
    .transform((json) => ({ items: json[name], nextPageToken: json.next_page_token }));
}

/**
 * Yields the items of all pages, in order, asking for a page only when it is needed.
 *
 * @param fetchPage Fetches the page of a token; the first page has none.
 * @throws {RangeError} When a token comes back twice in a row: the listing would never end.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const items = allPages((token) =>
 *   Promise.resolve(token ? { items: [2] } : { items: [1], nextPageToken: "next" })
 * );
 * assert.deepEqual(await Array.fromAsync(items), [1, 2]);
 * ```
 */
export async function* allPages<T>(
  fetchPage: (token?: string) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let token: string | undefined;
  do {
    const page = await fetchPage(token);
    yield* page.items;
    if (page.nextPageToken && page.nextPageToken === token) {
      throw new RangeError(
        `Cannot follow the listing: expected a page token that advances, got "${token}"`,
      );
    }
    token = page.nextPageToken;
  } while (token);
}
