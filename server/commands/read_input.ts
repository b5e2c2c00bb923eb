/** The input of a program that ends with the one that writes to it. */

/** An input that is read to its end; disposing of it reads no more. */
export interface ReadInput extends AsyncDisposable {
  /** Resolves once the input has ended or is read no more. */
  readonly ended: Promise<void>;
}

/**
 * Reads an input to its end, whatever it holds. A pipe ends with the last program that could write to
 * it, however that program ended.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using input = readInput(new Blob(["anything"]).stream());
 * assert.equal(await input.ended, undefined);
 * ```
 */
export function readInput(from: ReadableStream<Uint8Array>): ReadInput {
  const reader = from.getReader();
  async function untilEnd(): Promise<void> {
    while (!(await reader.read()).done);
  }
  return { ended: untilEnd(), [Symbol.asyncDispose]: () => reader.cancel() };
}
