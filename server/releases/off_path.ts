/** Work that no sender waits for: one piece at a time, few that wait, the rest is left out. */

/** Pieces that may wait; each holds the readings of a request. */
const MOST_WAITING = 32;

/** Work off the path of requests; disposing of it waits for what is under way and drops the rest. */
export interface OffPath extends AsyncDisposable {
  /** Does a piece of work later, or leaves it out where too many wait. */
  later(work: () => Promise<void>): void;
  /** Pieces that were left out so far. */
  leftOut(): number;
  /** Waits until nothing is under way and nothing waits. */
  idle(): Promise<void>;
}

/**
 * Opens a place for such work.
 *
 * @param reportFailure Told of what a piece throws.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using offPath = openOffPath((error) => assert.fail(String(error)));
 * let done = false;
 * offPath.later(async () => void (done = true));
 * await offPath.idle();
 * assert.ok(done);
 * ```
 */
export function openOffPath(reportFailure: (error: unknown) => void): OffPath {
  const waiting: (() => Promise<void>)[] = [];
  let working: Promise<void> | undefined;
  let leftOut = 0;
  let closed = false;

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        await next();
      } catch (error) {
        reportFailure(error);
      }
    }
    working = undefined;
  }

  return {
    later(piece) {
      if (closed || waiting.length >= MOST_WAITING) {
        leftOut++;
        return;
      }
      waiting.push(piece);
      working ??= work();
    },
    leftOut: () => leftOut,
    idle: async () => await working,
    async [Symbol.asyncDispose]() {
      closed = true;
      leftOut += waiting.splice(0).length;
      await working;
    },
  };
}
