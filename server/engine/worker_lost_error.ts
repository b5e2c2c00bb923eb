/** A worker that stopped while it scored. */

/**
 * Thrown to the requests that a worker was computing when it stopped. Another worker takes its
 * place, so the same request may be sent again.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = new WorkerLostError("out of memory");
 * assert.equal(error.message, "Cannot finish scoring as the worker stopped: out of memory");
 * ```
 */
export class WorkerLostError extends Error {
  override name = "WorkerLostError" as const;

  /** @param reason What the worker said in the end. */
  constructor(reason: string) {
    super(`Cannot finish scoring as the worker stopped: ${reason}`);
  }
}
