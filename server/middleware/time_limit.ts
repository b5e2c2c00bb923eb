/**
 * Requests that compute have an end: after it, and when their sender hangs up, they are given up,
 * whatever they wait for.
 */
import type { Context, MiddlewareHandler } from "hono";
import { HungUpError } from "../hung_up_error.ts";
import { RequestError } from "../request_error.ts";

/** What handlers behind the middleware find in their context. */
interface TimeLimitEnv {
  Variables: { giveUp: AbortSignal };
}

/** Runs a function later, unless the returned one is called before. */
export type Schedule = (body: () => void) => () => void;

/**
 * Answers with 504, in the words of MLflow's scoring server, where a request takes too long; what
 * it has in a queue is dropped then by {@linkcode giveUpSignal}, as it is when its sender hangs up.
 *
 * @param schedule Calls back when the time is over.
 * @param onGivenUp Told of each request that is given up, and why.
 * @throws {RequestError} 504.
 * @throws {HungUpError} When nobody waits for the answer any more.
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
  onGivenUp?: (reason: "deadline" | "hung_up") => void,
): MiddlewareHandler<TimeLimitEnv> {
  return async function limitTime(c, next) {
    const giveUp = new AbortController();
    c.set("giveUp", giveUp.signal);
    const { promise: givenUp, reject } = Promise.withResolvers<never>();
    const end = (error: RequestError, reason: "deadline" | "hung_up") => {
      if (giveUp.signal.aborted) return;
      giveUp.abort(error);
      reject(error);
      onGivenUp?.(reason);
    };
    const cancel = schedule(() =>
      end(new RequestError(504, "Request processing time exceeded limit"), "deadline")
    );
    const hungUp = () => end(new HungUpError(), "hung_up");
    const { signal } = c.req.raw;
    signal.addEventListener("abort", hungUp);
    try {
      await Promise.race([next(), givenUp]);
    } finally {
      cancel();
      // By default Deno aborts the signal of an answered request, too.
      signal.removeEventListener("abort", hungUp);
    }
  };
}

/**
 * Aborted when the time of a request is over or its sender hangs up; undefined where neither is
 * looked at.
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
