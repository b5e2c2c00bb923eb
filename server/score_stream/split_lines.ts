/** Bytes as lines of bounded length, whatever the pieces in which they come. */

/** Longest line that is read, in bytes: many times a reading. */
export const MAX_LINE_BYTES = 4096;

/** A line; `text` is absent where it is too long or not UTF-8, and `fault` says so. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text?: string;
  readonly fault?: string;
}

const NEWLINE = 10;

/**
 * Creates a splitter: what is pushed comes back as the lines that it completes, and with `null`,
 * which says that no more comes, as the line without an end.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const push = splitLines();
 * assert.deepEqual(push(new TextEncoder().encode("a\nb")), [{ number: 1, text: "a" }]);
 * assert.deepEqual(push(null), [{ number: 2, text: "b" }]);
 * ```
 */
export function splitLines(): (chunk: Uint8Array | null) => Line[] {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const held = new Uint8Array(MAX_LINE_BYTES);
  let length = 0;
  let number = 0;

  function hold(bytes: Uint8Array): void {
    if (length + bytes.length <= MAX_LINE_BYTES) held.set(bytes, length);
    length += bytes.length;
  }

  function takeLine(): Line {
    const bytes = held.subarray(0, length);
    const tooLong = length > MAX_LINE_BYTES;
    length = 0;
    number++;
    if (tooLong) return { number, fault: `expected at most ${MAX_LINE_BYTES} bytes, got more` };
    try {
      return { number, text: decoder.decode(bytes) };
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      return { number, fault: "expected UTF-8, got other bytes" };
    }
  }

  return (chunk) => {
    if (chunk === null) return length === 0 ? [] : [takeLine()];
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      hold(chunk.subarray(from, end));
      lines.push(takeLine());
      from = end + 1;
    }
    hold(chunk.subarray(from));
    return lines;
  };
}
