/** A request that nobody waits for any more. */
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { RequestError } from "./request_error.ts";

/** What logs and metrics call such a request, as nginx does; no sender ever reads it. */
export const HUNG_UP_STATUS: number = 499;

/**
 * Ends the work for a request whose sender hung up.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { status, message } = new HungUpError();
 * assert.deepEqual([status, message], [499, "Cannot answer as the sender hung up"]);
 * ```
 */
export class HungUpError extends RequestError {
  constructor() {
    super(HUNG_UP_STATUS as ContentfulStatusCode, "Cannot answer as the sender hung up");
  }
}

/** How Deno says that the connection went while a body was being read. */
const CUT_BODY = [
  Deno.errors.BadResource,
  Deno.errors.ConnectionReset,
  Deno.errors.Http,
  Deno.errors.UnexpectedEof,
];

/**
 * Whether reading a body failed because its sender hung up inside it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(isCutBody(new Deno.errors.BadResource("Cannot read body")));
 * assert.ok(!isCutBody(new RangeError("Cannot read that far")));
 * ```
 */
export function isCutBody(error: unknown): boolean {
  return CUT_BODY.some((kind) => error instanceof kind);
}
