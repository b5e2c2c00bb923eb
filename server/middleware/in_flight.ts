/** Requests that compute are bounded: those beyond the bound are told to come again. */
import type { MiddlewareHandler } from "hono";
import { RequestError } from "../request_error.ts";

/** Most scoring requests that are read or answered at the same time, of all routes together. */
export const MAX_IN_FLIGHT = 16;
/** A request of usual size takes far less. */
const RETRY_AFTER_S = 1;

/**
 * Refuses requests while others have not been answered yet, before their bodies are read. Routes
 * that share the returned handler share the bound.
 *
 * @param most The bound.
 * @throws {RequestError} 503 with `Retry-After`, in seconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().use(limitInFlight(1)).get("/", (c) => c.text("alone"));
 * assert.equal(await (await app.request("/")).text(), "alone");
 * ```
 */
export function limitInFlight(most: number): MiddlewareHandler {
  let inFlight = 0;
  return async (_, next) => {
    if (inFlight >= most) {
      throw new RequestError(
        503,
        `Cannot score now: expected at most ${most} requests at the same time, got one more`,
        [],
        { "retry-after": String(RETRY_AFTER_S) },
      );
    }
    inFlight++;
    try {
      await next();
    } finally {
      inFlight--;
    }
  };
}
