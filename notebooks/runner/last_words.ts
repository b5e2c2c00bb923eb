/** What a process said last. */

/** Deno says so of every kernel. */
const NOT_NEWS = /^Warning "deno jupyter" is unstable.*\n?/m;

/**
 * Reads a stream to its end and keeps the last characters, whatever else is said.
 *
 * @param most Characters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const said = new Response("one two").body!;
 * assert.equal(await lastWords(said, 3), "two");
 * ```
 */
export async function lastWords(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<string> {
  let words = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    words = (words + text).replace(NOT_NEWS, "").slice(-most);
  }
  return words.trim();
}
