/** The end of a server: what is under way is answered, and nothing else begins. */
import type { Context, MiddlewareHandler } from "hono";
import { RequestError } from "../request_error.ts";

/** What handlers behind the middleware find in their context. */
interface DrainEnv {
  Variables: { stopping: AbortSignal };
}

/** What is under way in a server, and its end. */
export interface Drain {
  /**
   * Notes a request until its handler has answered. Once the server stops, a request that only reads
   * is answered, any other refused, and each answer asks for its connection to be closed.
   *
   * @throws {RequestError} 503 with `Retry-After`, in seconds.
   */
  readonly watch: MiddlewareHandler<DrainEnv>;
  /** Notes an answer that is being sent, until the returned function is called. */
  hold(): () => void;
  /** Lets the server stop; resolves once nothing is under way any more. */
  stop(): Promise<void>;
}

/** A server that takes the place of this one needs as long to load its models. */
const RETRY_AFTER_S = 5;
const READING = ["GET", "HEAD", "OPTIONS"];

/**
 * Watches a server until it stops.
 *
 * @param onRefused Told of each request that came too late.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const drain = createDrain();
 * const app = new Hono().use(drain.watch).post("/", (c) => c.text("done"));
 * app.onError((error, c) => c.text(error.message, 503));
 * await drain.stop();
 * const refused = await app.request("/", { method: "POST" });
 * assert.equal(await refused.text(), "Cannot begin anything as the server is stopping");
 * ```
 */
export function createDrain(onRefused?: (reason: "stopping") => void): Drain {
  const stopping = new AbortController();
  const { promise: drained, resolve } = Promise.withResolvers<void>();
  let underWay = 0;

  function hold(): () => void {
    underWay++;
    let held = true;
    return () => {
      if (held) underWay--;
      held = false;
      if (stopping.signal.aborted && underWay === 0) resolve();
    };
  }

  return {
    hold,
    async watch(c, next) {
      if (stopping.signal.aborted && !READING.includes(c.req.method)) {
        onRefused?.("stopping");
        throw new RequestError(503, "Cannot begin anything as the server is stopping", [], {
          "retry-after": String(RETRY_AFTER_S),
          connection: "close",
        });
      }
      c.set("stopping", stopping.signal);
      const release = hold();
      try {
        await next();
      } finally {
        release();
      }
      if (stopping.signal.aborted) c.res.headers.set("connection", "close");
    },
    stop() {
      stopping.abort();
      hold()();
      return drained;
    },
  };
}

/**
 * Aborted when the server begins to stop.
 *
 * @param c Of a request that {@linkcode Drain} watches.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const drain = createDrain();
 * const app = new Hono().use(drain.watch).get("/", (c) => c.json(stoppingSignal(c).aborted));
 * assert.equal(await (await app.request("/")).json(), false);
 * await drain.stop();
 * assert.equal(await (await app.request("/")).json(), true);
 * ```
 */
export function stoppingSignal(c: Context): AbortSignal {
  return c.get("stopping");
}

/**
 * Refuses to be called ready once the server stops, so that nobody sends it more.
 *
 * @throws {RequestError} 503 with `Retry-After`, in seconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const drain = createDrain();
 * const app = new Hono().use(drain.watch).get("/", (c) => (requireReady(c), c.text("ready")));
 * app.onError((error, c) => c.text(error.message, 503));
 * await drain.stop();
 * assert.equal(await (await app.request("/")).text(), "Cannot score as the server is stopping");
 * ```
 */
export function requireReady(c: Context): void {
  if (!stoppingSignal(c).aborted) return;
  throw new RequestError(503, "Cannot score as the server is stopping", [], {
    "retry-after": String(RETRY_AFTER_S),
  });
}
