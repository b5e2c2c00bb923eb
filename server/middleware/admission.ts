/** Requests that compute are bounded: those beyond the bound are told to come again. */
import type { Context, MiddlewareHandler } from "hono";
import { RequestError } from "../request_error.ts";
import { RETRY_AFTER } from "../retry_after.ts";

const SMALL_BODY_BYTES = 65_536;

/** What is held of requests at the same time, of all routes together. */
export interface AdmissionBounds {
  /** Requests that are read or answered. */
  readonly requests: number;
  /** Bytes of their bodies; a body of unknown size counts as the largest that is read. */
  readonly bytes: number;
  /** The largest body that is read. */
  readonly bodyBytes: number;
}

/**
 * Refuses requests while others have not been answered yet, before their bodies are read. Routes
 * that share the returned handler share the bounds.
 *
 * @param bounds What is held at most.
 * @param onRefused Told which bound was reached.
 * @throws {RequestError} 503 with `Retry-After`, in seconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const bounds = { requests: 1, bytes: 100, bodyBytes: 100 };
 * const app = new Hono().use(admit(bounds)).get("/", (c) => c.text("alone"));
 * assert.equal(await (await app.request("/")).text(), "alone");
 * ```
 */
export function admit(
  bounds: AdmissionBounds,
  onRefused?: (reason: "too_many_requests" | "too_many_bytes") => void,
): MiddlewareHandler {
  let requests = 0;
  let bytes = 0;
  return async function admit(c, next) {
    const size = Math.min(Number(c.req.header("content-length") ?? Infinity), bounds.bodyBytes);
    if (requests >= bounds.requests) {
      await readSmall(c, size);
      onRefused?.("too_many_requests");
      throw refusal(`at most ${bounds.requests} requests at the same time, got one more`);
    }
    if (requests > 0 && bytes + size > bounds.bytes) {
      await readSmall(c, size);
      onRefused?.("too_many_bytes");
      throw refusal(`at most ${bounds.bytes} bytes of bodies at the same time, got more`);
    }
    requests++;
    bytes += size;
    try {
      await next();
    } finally {
      requests--;
      bytes -= size;
    }
  };
}

/**
 * A connection is cut where a body was not read, and with it may go the refusal: so a small one is
 * read and thrown away.
 */
async function readSmall(c: Context, size: number): Promise<void> {
  if (size <= SMALL_BODY_BYTES) await c.req.arrayBuffer();
}

function refusal(expected: string): RequestError {
  return new RequestError(503, `Cannot score now: expected ${expected}`, [], RETRY_AFTER);
}
