/** Lists of lines as the body of an answer, made only as fast as it is read. */

/** What goes with a body. */
export interface NdjsonBodyOptions {
  /** The last line where the lists fail. */
  failureLine(error: unknown): unknown;
  /** Called when the reader goes, before the lists are ended. */
  onCancel(): void;
  /** Called once, when the last list was sent or the lists were ended. */
  onEnd(): void;
}

/**
 * JSON, one value a line.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * async function* lists() {
 *   yield [{ a: 1 }, 2];
 * }
 * const failureLine = String;
 * const body = ndjsonBody(lists(), { failureLine, onCancel() {}, onEnd() {} });
 * assert.equal(await new Response(body).text(), '{"a":1}\n2\n');
 * ```
 */
export function ndjsonBody(
  lists: AsyncGenerator<readonly unknown[]>,
  { failureLine, onCancel, onEnd }: NdjsonBodyOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cancelled = false;
  return new ReadableStream({
    async pull(controller) {
      const { lines, ended } = await nextLines();
      if (cancelled) return;
      if (lines.length > 0) {
        controller.enqueue(
          encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join("")),
        );
      }
      if (!ended) return;
      controller.close();
      onEnd();
    },
    async cancel() {
      cancelled = true;
      onCancel();
      await lists.return(undefined).catch(() => undefined);
      onEnd();
    },
  }, { highWaterMark: 0 });

  async function nextLines(): Promise<{ lines: readonly unknown[]; ended: boolean }> {
    try {
      while (true) {
        const { done, value } = await lists.next();
        if (done) return { lines: [], ended: true };
        if (value.length > 0) return { lines: value, ended: false };
      }
    } catch (error) {
      return { lines: cancelled ? [] : [failureLine(error)], ended: true };
    }
  }
}
