/** An example as the request that it stands for. */
import type { Route } from "../routes/route.ts";
import type { Example } from "./operation.ts";

/**
 * The request of an example.
 *
 * @param origin Where the server is reached.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { page } from "../routes/page.ts";
 * const example = { title: "A meter", query: { meter: "b 1" } };
 * assert.equal(exampleRequest(page, example, "http://x").url, "http://x/?meter=b+1");
 * ```
 */
export function exampleRequest(
  { method, path, operation }: Pick<Route, "method" | "path" | "operation">,
  { path: values = {}, query, mediaType, body }: Example,
  origin: string,
): Request {
  const url = new URL(
    path.replaceAll(/:(\w+)/g, (_, name) => encodeURIComponent(values[name])),
    origin,
  );
  url.search = new URLSearchParams(query).toString();
  if (operation.body === undefined || body === undefined) return new Request(url, { method });
  return new Request(url, {
    method,
    headers: { "content-type": mediaType ?? Object.keys(operation.body)[0] },
    body: bodyText(body),
  });
}

/**
 * The body of an example as it is sent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([bodyText("a,b\n"), bodyText({ a: 1 })], ["a,b\n", '{"a":1}']);
 * ```
 */
export function bodyText(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
