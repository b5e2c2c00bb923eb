/** Every answer carries the id of its request, so that a report can be matched with a log. */
import type { MiddlewareHandler } from "hono";

/** What handlers behind the middleware find in their context. */
export interface RequestIdEnv {
  Variables: {
    /** The request's id: at most 64 letters, digits and `_-=`. */
    requestId: string;
  };
}

const SAFE_ID = /^[\w=-]{1,64}$/;

/**
 * Keeps the `X-Request-Id` of the sender if it is harmless, else makes one up, and sends it back
 * with the answer, an error too.
 *
 * @param newId Makes an id that was not used before.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono<RequestIdEnv>().use(requestId(() => "r1"));
 * app.get("/", (c) => c.text(c.var.requestId));
 * assert.equal((await app.request("/")).headers.get("x-request-id"), "r1");
 * ```
 */
export function requestId(newId: () => string): MiddlewareHandler<RequestIdEnv> {
  return async function requestId(c, next) {
    const given = c.req.header("x-request-id");
    const id = given !== undefined && SAFE_ID.test(given) ? given : newId();
    c.set("requestId", id);
    await next();
    c.res.headers.set("x-request-id", id);
  };
}
