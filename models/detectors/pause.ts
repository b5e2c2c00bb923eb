/** Long computations take turns with everything else in the process. */

/**
 * Lets what waits have its turn, such as a timer that aborts; then goes on or stops.
 *
 * @throws The signal's reason when it is aborted by then.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const stop = new AbortController();
 * setTimeout(() => stop.abort());
 * await assert.rejects(pause(stop.signal), { name: "AbortError" });
 * ```
 */
export async function pause(signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
}
