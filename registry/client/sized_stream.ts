/** Sending a stream of known size as such, which `fetch` cannot. */

import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Bytes that arrive in pieces, and how many they are. */
export interface SizedStream {
  readonly size: number;
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/**
 * A `fetch` that announces the size of a streamed body when the header `content-length` says it.
 * The global one sends streams in chunks of unknown total, which MLflow's own server takes for an
 * empty file.
 *
 * @throws {TypeError} When no server is reached, or the body is not as long as announced.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const server = Deno.serve(
 *   { port: 0, hostname: "127.0.0.1", onListen() {} },
 *   ({ headers }) => new Response(headers.get("content-length")),
 * );
 * const answer = await sizedFetch(`http://127.0.0.1:${server.addr.port}/`, {
 *   method: "PUT",
 *   headers: { "content-length": "5" },
 *   body: new Blob(["hello"]).stream(),
 * });
 * assert.equal(await answer.text(), "5");
 * await server.shutdown();
 * ```
 */
export async function sizedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const length = request.headers.get("content-length");
  if (length === null || request.body === null) return await fetch(request);
  const open = request.url.startsWith("https:") ? secureRequest : plainRequest;
  const { method, signal } = request;
  signal.throwIfAborted();
  const outgoing = open(request.url, {
    method,
    headers: Object.fromEntries(request.headers),
    signal,
  });
  const answered = new Promise<Response>((resolve, reject) => {
    outgoing.on("error", reject);
    outgoing.on("response", (incoming) => {
      const headers = Object.entries(incoming.headersDistinct)
        .flatMap(([name, values]) => (values ?? []).map((value) => [name, value]));
      const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
      resolve(new Response(body, { status: incoming.statusCode, headers: headers as HeadersInit }));
    });
  });
  const source = Readable.fromWeb(exactly(Number(length), request.body) as never);
  try {
    // A refusal comes before the body is through, and ends its sending.
    const sent = pipeline(source, outgoing).then(() => answered);
    return await Promise.race([answered, sent]);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof TypeError ? error : new TypeError("Failed to fetch", { cause: error });
  }
}

function exactly(size: number, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let left = size;
  return body.pipeThrough(
    new TransformStream({
      transform(chunk, out) {
        left -= chunk.length;
        if (left < 0) throw wrongSize(size, "more");
        out.enqueue(chunk);
      },
      flush() {
        if (left > 0) throw wrongSize(size, String(size - left));
      },
    }),
  );
}

function wrongSize(size: number, got: string): TypeError {
  return new TypeError(`Cannot send a stream: expected ${size} bytes, got ${got}`);
}
