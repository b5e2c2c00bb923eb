/** Addresses of pages and files, relative to a page, so that they hold under any prefix. */

/** What a query carries: a list repeats its key, and what is absent or empty is left out. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/**
 * The address of a page.
 *
 * @param path Path below `/pages/`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(pageHref("compare", { run: ["a", "b"], only: "" }), "compare?run=a&run=b");
 * assert.equal(pageHref("model", { name: "a&b/c" }), "model?name=a%26b%2Fc");
 * ```
 */
export function pageHref(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    [value ?? ""].flat().filter((item) => item !== "").map((item) => [key, String(item)])
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}
