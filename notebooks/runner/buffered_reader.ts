/** The bytes of a connection, read as they come and handed out in the sizes asked for. */

/** What is read of a connection. */
export type Readable = Pick<Deno.Conn, "read">;

/** The bytes that have arrived. */
export interface BufferedReader {
  /** Resolves to exactly that many bytes, or to `undefined` where the stream ends before. */
  read(size: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

const FIRST_SIZE = 1 << 20;

/**
 * Reads a connection to its end without waiting for anybody to ask: a kernel drops what it
 * publishes where the other side reads too slowly.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const chunks = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)];
 * const { read } = bufferedReader({
 *   read(into) {
 *     const chunk = chunks.shift();
 *     if (chunk !== undefined) into.set(chunk);
 *     return Promise.resolve(chunk?.length ?? null);
 *   },
 * });
 * assert.deepEqual([...(await read(2))!, ...(await read(2))!], [1, 2, 3, 4]);
 * assert.equal(await read(1), undefined);
 * ```
 */
export function bufferedReader(connection: Readable): BufferedReader {
  let buffer = new Uint8Array(FIRST_SIZE);
  let [from, to] = [0, 0];
  let arrived = Promise.withResolvers<void>();

  /** Makes room behind what is held, in place where half of the buffer has been read. */
  function makeRoom(): void {
    if (to < buffer.length) return;
    const roomy = from > buffer.length / 2 ? buffer : new Uint8Array(2 * buffer.length);
    roomy.set(buffer.subarray(from, to));
    [buffer, from, to] = [roomy, 0, to - from];
  }

  const ended = (async () => {
    while (true) {
      makeRoom();
      const size = await readOnce(connection, buffer.subarray(to));
      if (size === null) return "end";
      to += size;
      arrived.resolve();
    }
  })();
  // Whoever reads next is told.
  ended.catch(() => {});

  return {
    async read(size) {
      while (to - from < size) {
        arrived = Promise.withResolvers();
        const what = await Promise.race([arrived.promise, ended]);
        if (what === "end" && to - from < size) return undefined;
      }
      return buffer.slice(from, from += size);
    },
  };
}

/** A peer that was killed resets the connection, and our own close interrupts: both are ends. */
async function readOnce(connection: Readable, into: Uint8Array): Promise<number | null> {
  try {
    return await connection.read(into);
  } catch (error) {
    const ended = error instanceof Deno.errors.ConnectionReset ||
      error instanceof Deno.errors.BadResource || error instanceof Deno.errors.Interrupted;
    if (ended) return null;
    throw error;
  }
}
