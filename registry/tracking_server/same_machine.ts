/** Keeping web pages of other sites away from a server that trusts its own machine. */

import type { MiddlewareHandler } from "hono";

// A name or address and maybe a port; what else a URL could hold has no place in the header.
const hostHeader = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

// This machine and private networks (RFC 1918), as MLflow's own server allows by default.
const privateHost =
  /^(localhost|\[::1\]|0\.0\.0\.0|127(\.\d+){3}|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2})$/;

/**
 * Refuses requests under a foreign host name, which a page reaches by DNS rebinding, and writes
 * that a page of a foreign origin sends, with 403; a malformed Host header with 400.
 *
 * @param allowedHosts Names and addresses to allow besides this machine and private networks,
 * without port, in lower case.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().use(sameMachine([])).get("/", (context) => context.text("in"));
 * assert.equal((await app.request("http://localhost:5000/")).status, 200);
 * assert.equal((await app.request("http://evil.example/")).status, 403);
 * ```
 */
export function sameMachine(allowedHosts: readonly string[]): MiddlewareHandler {
  function isAllowed(hostname: string): boolean {
    return privateHost.test(hostname) || allowedHosts.includes(hostname);
  }
  return async function sameMachineOnly(context, next) {
    const { method, url } = context.req;
    // Without the header, as in HTTP/1.0 and in process, the address speaks.
    const host = context.req.header("host") ?? URL.parse(url)?.host ?? "";
    const hostname = hostHeader.exec(host)?.[1].toLowerCase();
    if (hostname === undefined) return context.text("Malformed Host header", 400);
    if (!isAllowed(hostname)) {
      return context.text("Invalid Host header - possible DNS rebinding attack", 403);
    }
    const origin = context.req.header("origin");
    const reads = ["GET", "HEAD", "OPTIONS"].includes(method);
    if (origin !== undefined && !reads && !isAllowed(URL.parse(origin)?.hostname ?? "")) {
      return context.text("Cross-origin request blocked", 403);
    }
    await next();
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "SAMEORIGIN");
  };
}
