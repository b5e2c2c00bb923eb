/** Requests that compute are bounded: those beyond the bound are told to come again. */
import type { MiddlewareHandler } from "hono";
import { RequestError } from "../request_error.ts";
import { RETRY_AFTER } from "../retry_after.ts";

/** What is held of requests at the same time, of all routes together. */
export interface AdmissionBounds {
  /** Requests that are read or answered, and refusals that wait for their turn. */
  readonly requests: number;
  /** Requests that there is room for however many refusals wait. @default {requests} */
  readonly fewest?: number;
  /** Bytes of their bodies; a body of unknown size counts as the largest that is read. */
  readonly bytes: number;
  /** The largest body that is read. */
  readonly bodyBytes: number;
}

/** Who is told of refusals, and tells of them. */
export interface AdmissionOptions {
  /** Told which bound was reached. */
  readonly onRefused?: (reason: "too_many_requests" | "too_many_bytes") => void;
  /** Refusals that wait for their turn. @default {none} */
  readonly refusing?: () => number;
}

/** A guard with what it knows. */
export interface Admission {
  readonly admit: MiddlewareHandler;
  /** The refusal of one more request; undefined while there is room. */
  refusal(): RequestError | undefined;
}

/**
 * Refuses requests while others have not been answered yet, before their bodies are read. Routes
 * that share the guard share the bounds.
 *
 * Refusals that wait say that there is no time for what is held already: for every two of them one
 * request less is held. All of up to `requests` clients that ask one thing at a time are answered,
 * of twice as many the fewest are held, and those are answered soon.
 *
 * @param bounds What is held at most.
 * @throws {RequestError} 503 with `Retry-After`, in seconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const bounds = { requests: 1, bytes: 100, bodyBytes: 100 };
 * const app = new Hono().use(createAdmission(bounds).admit).get("/", (c) => c.text("alone"));
 * assert.equal(await (await app.request("/")).text(), "alone");
 * ```
 */
export function createAdmission(
  bounds: AdmissionBounds,
  { onRefused, refusing = () => 0 }: AdmissionOptions = {},
): Admission {
  const { fewest = bounds.requests } = bounds;
  // It is the same for all: to note where an error was made takes a sixth of the time of a refusal.
  const oneMore = refusal(`at most ${bounds.requests} requests at the same time, got one more`);
  let requests = 0;
  let bytes = 0;
  function full(): RequestError | undefined {
    if (requests < Math.max(fewest, bounds.requests - refusing() / 2)) return undefined;
    onRefused?.("too_many_requests");
    return oneMore;
  }
  const admit: MiddlewareHandler = async function admit(c, next) {
    const size = Math.min(Number(c.req.header("content-length") ?? Infinity), bounds.bodyBytes);
    const refused = full();
    if (refused !== undefined) throw refused;
    if (requests > 0 && bytes + size > bounds.bytes) {
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
  return { admit, refusal: full };
}

function refusal(expected: string): RequestError {
  return new RequestError(503, `Cannot score now: expected ${expected}`, [], RETRY_AFTER);
}
