/** A wait that has an end. */

/**
 * Waits for `work`, but not longer than `ms`.
 *
 * @param ms Milliseconds.
 * @param late Makes the error to throw once the time is over.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await withinTime(1000, Promise.resolve(7), () => new Error("Late")), 7);
 * ```
 */
export async function withinTime<T>(ms: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
