/** What changes the server is not taken from pages of other origins. */
import type { Context } from "hono";
import { RequestError } from "../request_error.ts";

/**
 * Refuses a request that a page of another origin sends: a browser sends a plain POST to any
 * address that a page names, and says in `Origin` whose page it is.
 *
 * @throws {RequestError} 403 when the Origin header names another host or port than Host does.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().post("/", (c) => (requireOwnOrigin(c), c.text("done")));
 * app.onError((error, c) => c.text(error.message, 403));
 * const post = (headers: HeadersInit) => app.request("/", { method: "POST", headers });
 * assert.equal(await (await post({})).text(), "done");
 * assert.match(await (await post({ origin: "http://evil.example" })).text(), /another origin/);
 * ```
 */
export function requireOwnOrigin(c: Context): void {
  const origin = c.req.header("origin");
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  if (origin === undefined || URL.parse(origin)?.host === host) return;
  throw new RequestError(403, `Cannot ${c.req.method} ${c.req.path} from a page of another origin`);
}
