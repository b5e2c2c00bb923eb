/** Requests that compute have an end: after it they are given up, whatever they wait for. */
import type { Context, MiddlewareHandler } from "hono";
import { RequestError } from "../request_error.ts";

/** What handlers behind the middleware find in their context. */
interface TimeLimitEnv {
  Variables: { giveUp: AbortSignal };
}

/** Runs a function later, unless the returned one is called before. */
export type Schedule = (body: () => void) => () => void;

/**
 * Answers with 504, in the words of MLflow's scoring server, where a request takes too long; what
 * it has in a queue is dropped then by {@linkcode giveUpSignal}.
 *
 * @param schedule Calls back when the time is over.
 * @param onExpired Told of each request that is given up.
 * @throws {RequestError} 504.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().use(limitTime(after(60))).get("/", (c) => c.text("in time"));
 * assert.equal(await (await app.request("/")).text(), "in time");
 * ```
 */
export function limitTime(
  schedule: Schedule,
  onExpired?: () => void,
): MiddlewareHandler<TimeLimitEnv> {
  return async function limitTime(c, next) {
    const giveUp = new AbortController();
    c.set("giveUp", giveUp.signal);
    const { promise: expired, reject } = Promise.withResolvers<never>();
    const cancel = schedule(() => {
      const error = new RequestError(504, "Request processing time exceeded limit");
      giveUp.abort(error);
      reject(error);
      onExpired?.();
    });
    try {
      await Promise.race([next(), expired]);
    } finally {
      cancel();
    }
  };
}

/**
 * Aborted when the time of a request is over; undefined where it has no limit.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().use(limitTime(after(60)));
 * app.get("/", (c) => c.json(giveUpSignal(c)?.aborted));
 * assert.equal(await (await app.request("/")).json(), false);
 * ```
 */
export function giveUpSignal(c: Context): AbortSignal | undefined {
  return c.get("giveUp");
}

/**
 * A schedule of so many seconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cancel = after(3600)(() => assert.fail());
 * cancel();
 * ```
 */
export function after(seconds: number): Schedule {
  return (body) => {
    const timer = setTimeout(body, seconds * 1000);
    return () => clearTimeout(timer);
  };
}
