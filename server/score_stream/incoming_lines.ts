/** The lines of a body as they come in, with the moments in which none comes. */
import { type Line, splitLines } from "./split_lines.ts";

/** After so long without more, what has come is worth looking at. */
const QUIET_MS = 50;
/** As long at most while more keeps coming. */
const PATIENCE_MS = 1000;

/** Who ends the reading of lines, and who is told that it failed. */
export interface IncomingLinesOptions {
  /** Ends it once no line comes for a moment, or a second later; a line without an end is left. */
  readonly stopping?: AbortSignal;
  /** Told at once when the body fails, whether or not more of it is asked for. */
  readonly onFailed?: (error: unknown) => void;
}

/**
 * Reads a body line by line, no further ahead than one piece of it.
 *
 * @param signal Aborts the reading.
 * @param options Who ends it, and who is told that it failed.
 * @returns Lists of lines; `[]` when lines came and none did for 50 ms, or after a second of them.
 * @throws The reason of the signal, or what the body fails with.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { body } = new Response("a\nb");
 * const { signal } = new AbortController();
 * const lines = (await Array.fromAsync(incomingLines(body!, signal))).flat();
 * assert.deepEqual(lines.map(({ text }) => text), ["a", "b"]);
 * ```
 */
export function incomingLines(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  { stopping, onFailed = () => {} }: IncomingLinesOptions = {},
): AsyncGenerator<readonly Line[]> {
  const reader = body.getReader();
  reader.closed.catch(onFailed);
  // A body that fails by itself says so to those who read it.
  signal.addEventListener("abort", () => void reader.cancel(signal.reason).catch(() => undefined));
  return readLines(reader, signal, stopping);
}

async function* readLines(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal,
  stopping?: AbortSignal,
): AsyncGenerator<readonly Line[]> {
  let wake = () => {};
  const onStopping = () => wake();
  stopping?.addEventListener("abort", onStopping);
  const push = splitLines();
  const readAhead = () => {
    const piece = reader.read();
    // It may fail long before anybody looks at it.
    piece.catch(() => {});
    return piece;
  };
  try {
    let next = readAhead();
    let since: number | undefined;
    while (true) {
      if (since === undefined && !stopping?.aborted) {
        const { promise: woken, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        next.then(wake, wake);
        await woken;
      }
      // What was sent before is still on its way.
      if (stopping?.aborted) since ??= performance.now();
      if (since !== undefined) {
        const left = Math.min(QUIET_MS, since + PATIENCE_MS - performance.now());
        if (left <= 0 || !await settlesWithin(next, left)) {
          since = undefined;
          yield [];
          if (stopping?.aborted) return;
        }
      }
      const { done, value } = await next;
      signal.throwIfAborted();
      if (done) break;
      next = readAhead();
      const lines = push(value);
      if (lines.length === 0) continue;
      since ??= performance.now();
      yield lines;
    }
    yield push(null);
  } finally {
    stopping?.removeEventListener("abort", onStopping);
    await reader.cancel();
  }
}

async function settlesWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, ms, false);
  try {
    return await Promise.race([promise.then(() => true, () => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
