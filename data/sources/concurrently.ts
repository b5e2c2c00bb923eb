/** Bounded concurrency. */

/**
 * Calls `work` for every item, at most `limit` at a time. The first failure aborts the
 * signal given to the others, waits for them, and is thrown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const seen: number[] = [];
 * await forEachConcurrently([1, 2, 3], 2, async (item) => { seen.push(await item); });
 * assert.deepEqual(seen, [1, 2, 3]);
 * ```
 */
export async function forEachConcurrently<T>(
  items: readonly T[],
  limit: number,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failure = new AbortController();
  const queue = items.values();
  async function lane(): Promise<void> {
    for (const item of queue) {
      if (failure.signal.aborted) return;
      try {
        await work(item, failure.signal);
      } catch (error) {
        if (!failure.signal.aborted) failure.abort(error);
      }
    }
  }
  await Promise.all(Array.from({ length: limit }, lane));
  failure.signal.throwIfAborted();
}
