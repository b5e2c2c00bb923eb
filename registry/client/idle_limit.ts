/** Ending a transfer that stands still, however long a steady one may take. */

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** The patience for one transfer; dispose of it when the transfer is over. */
export interface IdleLimit extends Disposable {
  /** Aborts when nothing has moved for too long. */
  readonly signal: AbortSignal;
  /** A body to send: it stands still while its source is slow, and while its receiver is. */
  sent(body: Bytes): Bytes;
  /** A body to receive: it stands still only while more of it is awaited. */
  received(body: Bytes): Bytes;
}

/**
 * Starts no clock until a body is passed through.
 *
 * @param milliseconds Longest time without progress; `false` waits for ever.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * using idle = idleLimit(10);
 * const stalled = idle.received(new ReadableStream());
 * await assert.rejects(new Response(stalled).text(), { name: "TimeoutError" });
 * assert.equal(idle.signal.aborted, true);
 * ```
 */
export function idleLimit(milliseconds: number | false): IdleLimit {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(timer);
  }

  function start(): void {
    stop();
    if (milliseconds === false) return;
    timer = setTimeout(() => {
      const rule = `it must not stand still for ${milliseconds} ms`;
      controller.abort(
        new DOMException(`Cannot go on with a transfer as ${rule}`, "TimeoutError"),
      );
    }, milliseconds);
  }

  function watched(body: Bytes, betweenChunks: boolean): Bytes {
    const reader = body.getReader();
    signal.addEventListener("abort", () => {
      // Ends the read that is waiting; a stream that failed by itself has told that read.
      reader.cancel(signal.reason).catch(() => undefined);
    });
    return new ReadableStream({
      async pull(chunks) {
        start();
        const { done, value } = await reader.read().finally(stop);
        signal.throwIfAborted();
        if (betweenChunks) start();
        if (done) chunks.close();
        else chunks.enqueue(value);
      },
      async cancel(reason) {
        stop();
        await reader.cancel(reason);
      },
    }, { highWaterMark: 0 });
  }

  return {
    signal,
    sent(body) {
      start();
      return watched(body, true);
    },
    received: (body) => watched(body, false),
    [Symbol.dispose]: stop,
  };
}
