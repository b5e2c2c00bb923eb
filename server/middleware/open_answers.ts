/** Answers that take long to send are bounded: requests beyond the bound are told to come again. */
import type { MiddlewareHandler } from "hono";
import { RequestError } from "../request_error.ts";

/** Most streams that are answered at the same time. */
export const MAX_STREAMS = 4;
/** A stream takes as long as its sender takes. */
const RETRY_AFTER_S = 5;

/**
 * Refuses requests while the bodies of other answers have not been sent to their end.
 *
 * @param most The bound.
 * @param hold Called as one begins; what it returns, as it ends.
 * @throws {RequestError} 503 with `Retry-After`, in seconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().use(limitOpenAnswers(1)).get("/", (c) => c.text("alone"));
 * const first = await app.request("/");
 * app.onError((error, c) => c.text(error.message, 503));
 * assert.equal((await app.request("/")).status, 503);
 * assert.equal(await first.text(), "alone");
 * assert.equal((await app.request("/")).status, 200);
 * ```
 */
export function limitOpenAnswers(
  most: number,
  hold: () => () => void = () => () => {},
): MiddlewareHandler {
  let open = 0;
  return async (c, next) => {
    if (open >= most) {
      throw new RequestError(
        503,
        `Cannot score a stream now: expected at most ${most} at the same time, got one more`,
        [],
        { "retry-after": String(RETRY_AFTER_S) },
      );
    }
    open++;
    const letGo = hold();
    let held = true;
    const release = () => {
      if (held) open--;
      held = false;
      letGo();
    };
    try {
      await next();
    } catch (error) {
      release();
      throw error;
    }
    const { body } = c.res;
    if (body === null) release();
    else c.res = new Response(tellingItsEnd(body, release), c.res);
  };
}

function tellingItsEnd(
  body: ReadableStream<Uint8Array>,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      onEnd();
    },
    async cancel(reason) {
      await reader.cancel(reason);
      onEnd();
    },
  }, { highWaterMark: 0 });
}
