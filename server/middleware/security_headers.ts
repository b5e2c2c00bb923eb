/** Headers that keep a browser from doing more with an answer than it should. */
import type { MiddlewareHandler } from "hono";

/** What an answer without a policy of its own may load: nothing. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/**
 * Sets `X-Content-Type-Options`, `Referrer-Policy`, `Cache-Control` and, where the route has set
 * none, a content security policy that allows nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().use(securityHeaders()).get("/", (c) => c.json({}));
 * const { headers } = await app.request("/");
 * assert.equal(headers.get("x-content-type-options"), "nosniff");
 * ```
 */
export function securityHeaders(): MiddlewareHandler {
  return async function securityHeaders(c, next) {
    await next();
    setSecurityHeaders(c.res.headers);
  };
}

/**
 * Sets them on an answer that did not come through the middleware.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const headers = new Headers();
 * setSecurityHeaders(headers);
 * assert.equal(headers.get("cache-control"), "no-store");
 * ```
 */
export function setSecurityHeaders(headers: Headers): void {
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "no-referrer");
  headers.set("cache-control", "no-store");
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", NOTHING);
}
