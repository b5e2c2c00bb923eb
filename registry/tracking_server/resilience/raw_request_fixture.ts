/** Requests as an attacker sends them: byte by byte, with no client that tidies them up first. */

/** What came back. */
export interface RawAnswer {
  readonly status: number;
  /** Header lines and body as they came. */
  readonly text: string;
  readonly body: string;
}

/**
 * Sends a request to a port of this machine and reads its answer. The address goes
 * out as it is, dots, percent codes and all.
 *
 * @param headers Lines beside Host, Connection and Content-Length; a Host of their own replaces
 * ours, and with a Transfer-Encoding there is no Content-Length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using server = Deno.serve(
 *   { port: 0, hostname: "127.0.0.1", onListen() {} },
 *   ({ method }) => new Response(method),
 * );
 * const { status, body } = await rawRequest(server.addr.port, "PUT", "/a/../b", "text");
 * assert.deepEqual([status, body], [200, "PUT"]);
 * ```
 */
export async function rawRequest(
  port: number,
  method: string,
  target: string,
  body = "",
  headers: readonly string[] = [],
): Promise<RawAnswer> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const bytes = new TextEncoder().encode(body);
  const isChunked = headers.some((line) => /^transfer-encoding:/i.test(line));
  const host = headers.some((line) => /^host:/i.test(line)) ? [] : [`Host: 127.0.0.1:${port}`];
  const head = [
    `${method} ${target} HTTP/1.1`,
    ...host,
    "Connection: close",
    ...headers,
    ...(bytes.length === 0 || isChunked ? [] : [`Content-Length: ${bytes.length}`]),
    "",
    "",
  ].join("\r\n");
  const writer = connection.writable.getWriter();
  // A server may answer and close before it has read everything.
  const sent = writer.write(new TextEncoder().encode(head)).then(() => writer.write(bytes))
    .catch(() => undefined);
  const text = await wholeAnswer(connection.readable);
  closeUnlessClosed(connection);
  await sent;
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]),
    text,
    body: text.slice(text.indexOf("\r\n\r\n") + 4),
  };
}

/** A stream that has been read to its end has closed its connection. */
function closeUnlessClosed(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
}

/** Reads up to the answer's length where it has one: a server may wait for the rest of a body. */
async function wholeAnswer(stream: ReadableStream<Uint8Array>): Promise<string> {
  let text = "";
  const decoder = new TextDecoder("latin1");
  for await (const chunk of stream.values({ preventCancel: true })) {
    text += decoder.decode(chunk, { stream: true });
    const [head, length] = /^[^]*?\r\ncontent-length: (\d+)[^]*?\r\n\r\n/i.exec(text) ?? [];
    if (head !== undefined && text.length >= head.length + Number(length)) break;
  }
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
