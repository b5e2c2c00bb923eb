/** Bodies are bounded: never more than the bound is held, whatever the sender says. */
import { bodyLimit } from "hono/body-limit";
import type { MiddlewareHandler } from "hono";
import { RequestError } from "../request_error.ts";

/** Largest body that is read, in bytes. */
export const MAX_BODY_BYTES = 10_000_000;

/**
 * Refuses bodies above a bound: at once when `Content-Length` tells, else as soon as the bytes
 * read exceed it.
 *
 * @param maxBytes The bound.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().use(limitBody(4)).post("/", async (c) => c.text(await c.req.text()));
 * app.onError((error, c) => c.text(error.message, 413));
 * const send = async (body: string) => (await app.request("/", { method: "POST", body })).text();
 * assert.equal(await send("four"), "four");
 * assert.match(await send("fives"), /^Cannot read a body of more than 4 bytes/);
 * ```
 */
export function limitBody(maxBytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: maxBytes,
    onError() {
      throw new RequestError(413, `Cannot read a body of more than ${maxBytes} bytes: send less`);
    },
  });
}
