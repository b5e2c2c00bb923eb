/** Work that is done behind a request's back: some at a time, and only so much waits. */

/** A queue; disposing of it waits for what is in it, and gives up on what takes too long. */
export interface WorkQueue extends AsyncDisposable {
  /** Takes work, unless the queue is full or closed; `signal` tells it to give up. */
  add(work: (signal: AbortSignal) => Promise<void>): boolean;
}

/** Bounds of a {@link WorkQueue}. */
export interface QueueOptions {
  /** Pieces done at a time. */
  readonly workers: number;
  /** Pieces that may wait. */
  readonly longest: number;
  /** Milliseconds to wait for the rest on disposal. */
  readonly patience: number;
  /** Told how many pieces were given up on disposal, done in part or not at all. */
  readonly onGivenUp: (count: number) => void;
}

/**
 * Opens a queue. Work takes care of its own failures.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const done: number[] = [];
 * const queue = openWorkQueue({ workers: 1, longest: 10, patience: 1000, onGivenUp() {} });
 * for (const piece of [1, 2, 3]) queue.add(async () => void done.push(await piece));
 * await queue[Symbol.asyncDispose]();
 * assert.deepEqual(done, [1, 2, 3]);
 * ```
 */
export function openWorkQueue(options: QueueOptions): WorkQueue {
  const { workers, longest, patience, onGivenUp } = options;
  const waiting: ((signal: AbortSignal) => Promise<void>)[] = [];
  const control = new AbortController();
  const idle = Promise.withResolvers<void>();
  let running = 0;
  let closed = false;

  async function work(): Promise<void> {
    running++;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await next(control.signal);
    }
    running--;
    if (closed && running === 0) idle.resolve();
  }

  return {
    add(piece) {
      if (closed || waiting.length >= longest) return false;
      waiting.push(piece);
      if (running < workers) void work();
      return true;
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      if (running === 0) return;
      const timer = setTimeout(() => {
        const count = running + waiting.length;
        waiting.length = 0;
        control.abort();
        onGivenUp(count);
      }, patience);
      await idle.promise;
      clearTimeout(timer);
    },
  };
}
