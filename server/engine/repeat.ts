/** Doing something again and again, with a pause after each time. */

/**
 * Runs `body`, waits, and runs it again, until it is disposed of; that waits for a run under way.
 *
 * @param body Never rejects.
 * @param pause Waits between two runs; resolves early when its signal is aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * let runs = 0;
 * {
 *   await using _ = repeat(() => Promise.resolve(void runs++), () => Promise.resolve());
 *   while (runs < 3) await Promise.resolve();
 * }
 * assert.ok(runs >= 3);
 * ```
 */
export function repeat(
  body: () => Promise<void>,
  pause: (signal: AbortSignal) => Promise<void>,
): AsyncDisposable {
  const stop = new AbortController();
  async function run(): Promise<void> {
    for (;;) {
      await pause(stop.signal);
      if (stop.signal.aborted) return;
      await body();
    }
  }
  const ended = run();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended;
    },
  };
}

/**
 * A pause of some seconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const stop = new AbortController();
 * const paused = pauseOf(3600)(stop.signal);
 * stop.abort();
 * assert.equal(await paused, undefined);
 * ```
 */
export function pauseOf(seconds: number): (signal: AbortSignal) => Promise<void> {
  return (signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, seconds * 1000);
      signal.addEventListener("abort", end);
    });
}
