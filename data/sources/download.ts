/** One verified file from the network, resumable. */

import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileSha256 } from "../digest.ts";
import { retryWait } from "./retry_wait.ts";
import { type DatasetFile, settle } from "./settle.ts";

/**
 * Thrown when the other side cannot be reached, is silent, or answers with a failure.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = new DownloadError("https://example.org/a.csv", "the server answered 404");
 * assert.equal(error.message, "Cannot download https://example.org/a.csv: the server answered 404");
 * ```
 */
export class DownloadError extends Error {
  override readonly name = "DownloadError";

  /** @param reason What went wrong, in lower case. */
  constructor(url: string, reason: string, options?: ErrorOptions) {
    super(`Cannot download ${url}: ${reason}`, options);
  }
}

/** Options of {@linkcode download}. */
export interface DownloadOptions {
  /** The network. */
  fetch: typeof globalThis.fetch;
  /** Stops the download; what came so far is kept for the next try. */
  signal?: AbortSignal;
  /** Longest silence of the other side, milliseconds. @default {10000} */
  silenceMs?: number;
}

/** How often a busy server is asked. */
const ATTEMPTS = 4;

/**
 * Downloads `url` to `target`. Bytes gather in `<target>.part`; where one is left from an
 * interrupted run, only the rest is asked for (`Range`). A connection that breaks is taken
 * up again as long as each try brings new bytes, and a busy server (429, 503) is asked again
 * when it says. No more than the promised size is read. The file appears under its name by
 * rename, after its digest is verified.
 *
 * @throws {DigestMismatchError} When the content is not the promised one.
 * @throws {DownloadError} When the server cannot be reached, is silent, or answers with a failure.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { sha256 } from "../digest.ts";
 * const folder = await Deno.makeTempDir();
 * const file = { path: "a.txt", bytes: 3, sha256: sha256("abc") };
 * await download("data:text/plain,abc", file, `${folder}/a.txt`, { fetch });
 * assert.equal(await Deno.readTextFile(`${folder}/a.txt`), "abc");
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function download(
  url: string,
  file: DatasetFile,
  target: string,
  options: DownloadOptions,
): Promise<void> {
  const part = `${target}.part`;
  await Deno.mkdir(dirname(target), { recursive: true });
  const resumed = await partSize(part) > 0;
  await gather(url, file, part, options);
  if (await fileSha256(part) !== file.sha256 && resumed) {
    // What an earlier run left may be of another version: only a whole fetch proves the server.
    await Deno.remove(part);
    await gather(url, file, part, options);
  }
  await settle(part, file, target);
}

async function gather(
  url: string,
  file: DatasetFile,
  part: string,
  options: DownloadOptions,
): Promise<void> {
  for (let before = await partSize(part); before < file.bytes;) {
    try {
      await fetchRest(url, { from: before, to: file.bytes }, part, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!(error instanceof DownloadError) || await partSize(part) <= before) throw error;
    }
    const now = await partSize(part);
    if (now <= before) break;
    before = now;
  }
}

async function fetchRest(
  url: string,
  { from, to }: { from: number; to: number },
  part: string,
  { fetch, signal, silenceMs = 10_000 }: DownloadOptions,
): Promise<void> {
  const silence = new AbortController();
  /** Waits for the other side, but not forever; tells its failures from those of the disk. */
  async function heard<T>(answer: Promise<T>): Promise<T> {
    const timer = setTimeout(
      () => silence.abort(new Error(`no byte came within ${silenceMs} ms`)),
      silenceMs,
    );
    try {
      return await answer;
    } catch (cause) {
      throw new DownloadError(url, cause instanceof Error ? cause.message : String(cause), {
        cause,
      });
    } finally {
      clearTimeout(timer);
    }
  }
  async function answered() {
    for (let attempt = 1;; attempt++) {
      const response = await heard(fetch(url, {
        headers: from > 0 ? { range: `bytes=${from}-` } : {},
        signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
      }));
      const { ok, status, body } = response;
      if (ok && body !== null) return { append: status === 206, pieces: body.getReader() };
      await body?.cancel();
      const wait = attempt < ATTEMPTS ? retryWait(response, attempt) : undefined;
      if (wait === undefined) {
        throw new DownloadError(url, `the server answered ${status}`);
      }
      await pause(wait, undefined, { signal });
    }
  }

  const { append, pieces } = await answered();
  using into = await Deno.open(part, { write: true, create: true, append, truncate: !append });
  let room = append ? to - from : to;
  try {
    while (room > 0) {
      const piece = await heard(pieces.read());
      if (piece.done) break;
      const bytes = piece.value.subarray(0, room);
      await writeAll(into, bytes);
      room -= bytes.length;
    }
  } finally {
    // Lets go of the connection where the disk failed or more came; nothing after the last byte.
    silence.abort();
  }
}

async function writeAll(into: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await into.write(bytes.subarray(at));
}

async function partSize(part: string): Promise<number> {
  try {
    return (await Deno.stat(part)).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw error;
  }
}
