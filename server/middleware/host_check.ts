/** The Host header is checked, so that a foreign page cannot reach the server by DNS rebinding. */
import type { MiddlewareHandler } from "hono";
import { RequestError } from "../request_error.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/**
 * Refuses requests for a host that this server is not, with 421, and a malformed one with 400.
 *
 * @param allowed Names and addresses beside the loopback ones, without port, in lower case.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().use(checkHost(["meters.example"])).get("/", (c) => c.text("in"));
 * app.onError((error, c) => c.text(error.message, 421));
 * const get = async (url: string) => (await app.request(url)).text();
 * assert.equal(await get("http://meters.example:8000/"), "in");
 * assert.match(await get("http://evil.example/"), /^Cannot answer for host "evil.example"/);
 * ```
 */
export function checkHost(allowed: readonly string[]): MiddlewareHandler {
  const hosts = new Set([...LOOPBACK, ...allowed]);
  return async function checkHost(c, next) {
    // HTTP/1.0 may leave the header out; then the address speaks.
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    const hostname = HOST.exec(host)?.[1].toLowerCase();
    if (hostname === undefined) {
      throw new RequestError(
        400,
        `Cannot read the Host header: expected a name and maybe a port, got ${
          JSON.stringify(host)
        }`,
      );
    }
    if (!hosts.has(hostname)) {
      throw new RequestError(
        421,
        `Cannot answer for host "${hostname}": it is not one of the allowed hosts`,
      );
    }
    await next();
  };
}
