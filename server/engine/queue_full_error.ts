/** A queue that takes no more. */

/**
 * Thrown to a request that finds the queue of its model full: it may be sent again in a moment.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(
 *   new QueueFullError(1024, "requests").message,
 *   "Cannot score now as the queue is full: expected at most 1024 requests in it, got more",
 * );
 * ```
 */
export class QueueFullError extends Error {
  override name = "QueueFullError" as const;

  /**
   * @param most How much the queue holds.
   * @param bound What there is too much of.
   */
  constructor(most: number, readonly bound: "rows" | "requests") {
    super(
      `Cannot score now as the queue is full: expected at most ${most} ${bound} in it, got more`,
    );
  }
}
