/** How far a transfer has come. */

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** What is told of a transfer after each of its pieces. */
export interface TransferProgress {
  /** Bytes that have passed, from the start of the file. */
  readonly done: number;
  /** Bytes of the whole file; absent where nobody has said. */
  readonly total?: number;
}

/** A wish to be told of a transfer's progress. */
export interface TransferOptions {
  /** Called after each piece that has passed, in order. */
  readonly onProgress?: (progress: TransferProgress) => void;
}

/**
 * The same bytes, telling of each piece as it passes.
 *
 * @param first State before the first piece.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const seen: number[] = [];
 * const body = watchedBytes(new Blob(["hello"]).stream(), { done: 2, total: 7 }, {
 *   onProgress: ({ done }) => seen.push(done),
 * });
 * assert.deepEqual([await new Response(body).text(), seen], ["hello", [7]]);
 * ```
 */
export function watchedBytes(
  body: Bytes,
  first: TransferProgress,
  { onProgress }: TransferOptions,
): Bytes {
  if (onProgress === undefined) return body;
  let { done } = first;
  return body.pipeThrough(
    new TransformStream(
      {
        transform(chunk, out) {
          done += chunk.length;
          out.enqueue(chunk);
          onProgress({ ...first, done });
        },
      },
      { highWaterMark: 1 },
      { highWaterMark: 0 },
    ),
  );
}

/**
 * The bytes after the first `count`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const body = withoutFirst(new Blob(["hello"]).stream(), 2);
 * assert.equal(await new Response(body).text(), "llo");
 * ```
 */
export function withoutFirst(body: Bytes, count: number): Bytes {
  if (count === 0) return body;
  let left = count;
  return body.pipeThrough(
    new TransformStream({
      transform(chunk, out) {
        const rest = chunk.subarray(Math.min(left, chunk.length));
        left -= chunk.length - rest.length;
        if (rest.length > 0) out.enqueue(rest);
      },
    }),
  );
}
