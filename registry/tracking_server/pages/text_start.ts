/** The first part of a file as text, when it is text. */

/** What a file's first part says. */
export interface TextStart {
  /** Undefined when the bytes are not UTF-8 text. */
  readonly text?: string;
  /** Whether the file goes on. */
  readonly cut: boolean;
}

/**
 * Reads at most `most` bytes of a body and closes it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(await textStart(new Blob(["abc"]).stream(), 2), { text: "ab", cut: true });
 * ```
 */
export async function textStart(
  body: ReadableStream<Uint8Array>,
  most: number,
): Promise<TextStart> {
  const start = new Uint8Array(most + 1);
  let filled = 0;
  // Leaving the loop cancels the stream, which closes the file.
  for await (const chunk of body) {
    const taken = chunk.subarray(0, start.length - filled);
    start.set(taken, filled);
    filled += taken.length;
    if (filled > most) break;
  }
  const cut = filled > most;
  return { text: decoded(start.subarray(0, Math.min(filled, most)), cut), cut };
}

function decoded(bytes: Uint8Array<ArrayBuffer>, cut: boolean): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    // A character that the cut goes through is waited for, not an error.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: cut });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
