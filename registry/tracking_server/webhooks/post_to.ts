/** Sending one request to addresses that were checked, and to no others. */

import { request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import type { IncomingMessage } from "node:http";
import { isIP, type LookupFunction } from "node:net";
import type { SignedRequest } from "./signed_request.ts";

/** What a receiver answered. */
export interface ReceiverAnswer {
  readonly status: number;
  /** The start of its body. */
  readonly text: string;
  /** Its `Retry-After` header. */
  readonly retryAfter?: string;
}

/** How much of an answer is kept, in bytes: it is shown to the person who tests a webhook. */
const longestAnswer = 64 * 1024;

/**
 * Posts a request to the host of a URL at one of the addresses given: the host's name goes into
 * the Host header and the check of its certificate, and is not resolved again. No redirect is
 * followed, as it could lead anywhere.
 *
 * @param signal Gives the request up, its answer included.
 * @throws {Deno.errors.NotCapable} When this process may not connect to one of the addresses.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) =>
 *   new Response(`${request.headers.get("host")} got ${await request.text()}`)
 * );
 * const url = new URL(`http://hooks.example:${server.addr.port}/`);
 * const { signal } = new AbortController();
 * const { text } = await postTo(url, ["127.0.0.1"], { headers: {}, body: "{}" }, signal);
 * assert.equal(text, `hooks.example:${server.addr.port} got {}`);
 * ```
 */
export async function postTo(
  url: URL,
  addresses: readonly string[],
  { headers, body }: SignedRequest,
  signal: AbortSignal,
): Promise<ReceiverAnswer> {
  requireAccess(url, addresses);
  const { promise, resolve, reject } = Promise.withResolvers<ReceiverAnswer>();
  const send = url.protocol === "https:" ? requestSecurely : requestPlainly;
  const bytes = new TextEncoder().encode(body);
  const request = send(url, {
    method: "POST",
    headers: { ...headers, "Content-Length": bytes.length },
    // A connection of its own: one that is kept could be to an address of an earlier check.
    agent: false,
    lookup: only(addresses),
    signal,
  });
  request.on("error", reject);
  request.on("response", (response) => void answerOf(response).then(resolve, reject));
  request.end(bytes);
  return await promise;
}

/** Asked beforehand, as a socket without permission throws where nobody can catch it. */
function requireAccess({ protocol, port }: URL, addresses: readonly string[]): void {
  for (const address of addresses) {
    const name = isIP(address) === 6 ? `[${address}]` : address;
    const host = `${name}:${port || (protocol === "https:" ? 443 : 80)}`;
    if (Deno.permissions.querySync({ name: "net", host }).state === "granted") continue;
    throw new Deno.errors.NotCapable(`Cannot connect to ${host} without permission`);
  }
}

function only(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, { all }, answer) =>
    all ? answer(null, known) : answer(null, known[0].address, known[0].family);
}

async function answerOf(response: IncomingMessage): Promise<ReceiverAnswer> {
  const kept: Uint8Array[] = [];
  let room = longestAnswer;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    kept.push(chunk.subarray(0, room));
    room -= chunk.length;
    if (room <= 0) break;
  }
  response.destroy();
  return {
    status: response.statusCode ?? 0,
    text: await new Blob(kept as BlobPart[]).text(),
    retryAfter: response.headers["retry-after"],
  };
}
