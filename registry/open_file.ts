/** Reading a file, all of it or a part. */

/** What a file is known by. */
export interface FileFacts {
  /** Bytes. */
  readonly size: number;
  /** Another one whenever the file is replaced. */
  readonly version: string;
}

/** Part of a file: the places of its first and last byte. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** A file that is being read; one of its streams is to be taken, or the file closed. */
export interface OpenFile extends FileFacts {
  /** All of it. */
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Some of it. */
  part(range: ByteRange): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  close(): void;
}

/**
 * Opens a file.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const path = await Deno.makeTempFile();
 * await Deno.writeTextFile(path, "meters");
 * const file = await openFile(path);
 * const part = await file.part({ first: 1, last: 3 });
 * assert.equal(await new Response(part).text(), "ete");
 * await Deno.remove(path);
 * ```
 */
export async function openFile(path: string): Promise<OpenFile> {
  const file = await Deno.open(path);
  return {
    // Of the file that is open: another one may have replaced it by now.
    ...factsOf(await file.stat()),
    get body() {
      return file.readable;
    },
    async part({ first, last }) {
      await file.seek(first, Deno.SeekMode.Start);
      return file.readable.pipeThrough(firstBytes(last - first + 1));
    },
    close: () => file.close(),
  };
}

/**
 * What is known of a file by what the system says of it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const path = await Deno.makeTempFile();
 * assert.equal(factsOf(await Deno.stat(path)).size, 0);
 * await Deno.remove(path);
 * ```
 */
export function factsOf({ size, mtime, ino }: Deno.FileInfo): FileFacts {
  const parts = [mtime?.getTime() ?? 0, size, ino ?? 0];
  return { size, version: parts.map((part) => part.toString(16)).join("-") };
}

/** Lets so many bytes through and lets go of the rest. */
function firstBytes(
  count: number,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let left = count;
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left));
      left -= Math.min(left, chunk.length);
      if (left === 0) controller.terminate();
    },
  });
}
