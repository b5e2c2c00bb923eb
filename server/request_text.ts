/** The body of a request as bytes and as text. */
import type { Context } from "hono";
import { HungUpError, isCutBody } from "./hung_up_error.ts";
import { RequestError } from "./request_error.ts";

/**
 * The body as UTF-8 text, without a byte order mark.
 *
 * @throws {RequestError} 400 when the body is empty or not UTF-8.
 * @throws {HungUpError} When its sender hangs up inside it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().post("/", async (c) => c.text(await requestText(c)));
 * assert.equal(await (await app.request("/", { method: "POST", body: "é" })).text(), "é");
 * ```
 */
export async function requestText(c: Context): Promise<string> {
  return utf8Text(await requestBytes(c));
}

/**
 * The body as it is, empty where none was sent.
 *
 * @throws {HungUpError} When its sender hangs up inside it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().post("/", async (c) => c.json((await requestBytes(c)).length));
 * assert.equal(await (await app.request("/", { method: "POST", body: "é" })).json(), 2);
 * ```
 */
export async function requestBytes(c: Context): Promise<Uint8Array> {
  return new Uint8Array(await c.req.arrayBuffer().catch(refuseCutBody));
}

/**
 * Bytes as UTF-8 text, without a byte order mark.
 *
 * @throws {RequestError} 400 when they are none, or not UTF-8.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(utf8Text(Uint8Array.of(0xc3, 0xa9)), "é");
 * ```
 */
export function utf8Text(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new RequestError(400, "Cannot read the body as it is empty");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new RequestError(400, "Cannot read the body as it is not UTF-8");
  }
}

function refuseCutBody(error: unknown): never {
  throw isCutBody(error) ? new HungUpError() : error;
}
