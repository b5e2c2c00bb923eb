/** The body of a request as bytes and as text. */
import type { Context } from "hono";
import { RequestError } from "./request_error.ts";

/** How Deno says that the connection went while the body was being read. */
const HUNG_UP = [
  Deno.errors.BadResource,
  Deno.errors.ConnectionReset,
  Deno.errors.Http,
  Deno.errors.UnexpectedEof,
];

/**
 * The body as UTF-8 text, without a byte order mark.
 *
 * @throws {RequestError} 400 when the body is empty, not UTF-8, or its sender hangs up inside it.
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
 * @throws {RequestError} 400 when its sender hangs up inside it.
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
  if (!HUNG_UP.some((kind) => error instanceof kind)) throw error;
  throw new RequestError(400, "Cannot read the body as the connection ended inside it");
}
