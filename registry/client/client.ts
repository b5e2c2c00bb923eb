/** The connection to a tracking server: addresses, credentials, retries and errors. */

import ky, { type Options, type ResponsePromise } from "ky";
import type { z } from "zod";
import { stringifyExact } from "../exact_json.ts";
import { authorization, type Credentials } from "./authorization.ts";
import { idleLimit } from "./idle_limit.ts";
import { plainError } from "./plain_error.ts";
import { parsePythonJson } from "./python_json.ts";
import { serverAddress } from "./server_address.ts";
import { sizedFetch, type SizedStream } from "./sized_stream.ts";

/** Where the tracking server is and how to talk to it. */
export interface ClientOptions {
  /** The server's address, for example `http://127.0.0.1:5000`. */
  readonly baseUrl: string;
  /** Replaces the network, for example by an embedded server's own `fetch`. */
  readonly fetch?: (request: Request) => Response | Promise<Response>;
  /** Sent as `Authorization: Bearer …`, or as basic credentials when a user name is given. */
  readonly credentials?: Credentials;
  /**
   * Attempts after the first one, for calls that are safe to repeat.
   * @default {2}
   */
  readonly retries?: number;
  /**
   * Milliseconds until an answer, or a transfer that stands still, is given up; `false` waits for
   * ever.
   * @default {30_000}
   */
  readonly timeout?: number | false;
}

/** A value of a query parameter; a list repeats its key. */
export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** One exchange with the server. */
export interface Call {
  /** HTTP verb. */
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Path from the server's root, without a leading slash. */
  readonly path: string;
  /** Headers beside those that every call has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Query parameters; undefined ones are left out. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** JSON body. */
  readonly json?: object;
  /** Raw body, instead of `json`. */
  readonly body?: Uint8Array<ArrayBuffer> | SizedStream;
  /** Whether sending it twice has the effect of sending it once. */
  readonly repeatable: boolean;
}

/** A body as it arrives. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** A tracking server to talk to; every verb of this folder takes one. */
export interface RegistryClient {
  /** The server's address, without a trailing slash. */
  readonly baseUrl: string;
  /** Tags of every run that is created by this client, unless the run has its own of the key. */
  readonly runTags?: Readonly<Record<string, string>>;
  /**
   * Sends `call` and reads its JSON answer by `schema`.
   *
   * @throws {MlflowError} When the server refuses.
   * @throws {TypeError} When no server is reached, or its answer is not what MLflow's protocol says.
   * @throws {DOMException} `TimeoutError` when the server takes too long.
   */
  json<T>(call: Call, schema: z.ZodType<T>): Promise<T>;
  /**
   * Sends `call` and hands over the bytes of the answer as they arrive.
   *
   * @throws {MlflowError} When the server refuses.
   * @throws {TypeError} When no server is reached, or a page answers in its place.
   * @throws {DOMException} `TimeoutError`, also from the stream, when the server takes too long.
   */
  stream(call: Call): Promise<Received>;
}

// Bytes are sent without telling how many have left, so that they are given time by their number:
// a second more for each 100 kB.
const slowestBytesPerMs = 100;

const retriedStatuses = [408, 429, 500, 502, 503, 504];

// Between two attempts; a server's own Retry-After goes before the growing pause.
const longestPauseMs = 30_000;

/**
 * Opens a client of an MLflow tracking server. Only calls that are safe to repeat are retried:
 * creating a run, an experiment or a model version twice would leave two.
 *
 * @throws {TypeError} When `baseUrl` is not an http or https address, or holds credentials.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { z } from "zod";
 * const client = createClient({
 *   baseUrl: "http://127.0.0.1",
 *   fetch: () => Response.json({ experiment_id: "1" }),
 * });
 * const call = { method: "GET", path: "any", repeatable: true } as const;
 * assert.deepEqual(await client.json(call, z.object({ experiment_id: z.string() })), {
 *   experiment_id: "1",
 * });
 * ```
 */
export function createClient(options: ClientOptions): RegistryClient {
  const { credentials, retries = 2, timeout = 30_000 } = options;
  const baseUrl = serverAddress(options.baseUrl);
  const send = ky.create({
    prefix: baseUrl,
    stringifyJson: (value) => stringifyExact(value),
    parseJson: parsePythonJson,
    headers: {
      accept: "*/*",
      ...(credentials === undefined ? {} : { authorization: authorization(credentials) }),
    },
    fetch: options.fetch === undefined ? sizedFetch : inProcess(options.fetch),
  });

  async function exchange<T>(
    call: Call,
    limits: Pick<Options, "timeout" | "signal" | "body">,
    read: (response: ResponsePromise) => Promise<T>,
  ): Promise<T> {
    const streamed = isStream(call.body) ? { "content-length": String(call.body.size) } : {};
    const limit = call.repeatable && !isStream(call.body) ? retries : 0;
    try {
      return await read(send(call.path, {
        method: call.method,
        searchParams: searchParameters(call.query ?? {}),
        json: call.json,
        headers: { ...call.headers, ...streamed },
        retry: {
          limit,
          methods: [call.method.toLowerCase()],
          statusCodes: retriedStatuses,
          maxRetryAfter: longestPauseMs,
          backoffLimit: longestPauseMs,
        },
        ...limits,
      }));
    } catch (error) {
      throw plainError(error, addressOf(call));
    }
  }

  async function answerText(call: Call): Promise<string> {
    const { body } = call;
    if (isStream(body)) {
      using idle = idleLimit(timeout);
      const limits = { timeout: false, signal: idle.signal, body: idle.sent(body.stream) } as const;
      return await exchange(call, limits, (response) => response.text());
    }
    const patience = timeout && timeout + (body?.length ?? 0) / slowestBytesPerMs;
    return await exchange(call, { timeout: patience, body }, (response) => response.text());
  }

  async function json<T>(call: Call, schema: z.ZodType<T>): Promise<T> {
    const text = await answerText(call);
    const answer = schema.safeParse(parsed(text, addressOf(call)));
    if (answer.success) return answer.data;
    throw new TypeError(
      `Cannot read the answer of ${addressOf(call)}: ${answer.error.message}`,
      { cause: answer.error },
    );
  }

  async function stream(call: Call): Promise<Received> {
    const idle = idleLimit(timeout);
    const limits = { timeout, signal: idle.signal };
    const { status, headers, body } = await exchange(call, limits, (response) => response);
    if (isPage(headers)) {
      await body?.cancel();
      throw new TypeError(
        `Cannot read the answer of ${addressOf(call)}: expected a file, got a page of HTML`,
      );
    }
    return { status, headers, body: body === null ? emptyStream() : idle.received(body) };
  }

  function addressOf({ method, path }: Call): string {
    return `${method} ${baseUrl}/${path}`;
  }

  return { baseUrl, json, stream };
}

function parsed(text: string, address: string): unknown {
  try {
    return text === "" ? {} : parsePythonJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const start = JSON.stringify(text.slice(0, 40));
    throw new TypeError(
      `Cannot read the answer of ${address}: expected MLflow's JSON, got ${start}`,
    );
  }
}

/** Tracking servers send a stored page as a download; a proxy's login is one to be shown. */
function isPage(headers: Headers): boolean {
  const type = headers.get("content-type") ?? "";
  return type.startsWith("text/html") && !headers.has("content-disposition");
}

function inProcess(handle: NonNullable<ClientOptions["fetch"]>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    // What runs in this process need not know of signals.
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
    return await Promise.race([handle(request), aborted]);
  };
}

function isStream(body: Call["body"]): body is SizedStream {
  return body !== undefined && "stream" in body;
}

function emptyStream(): Received["body"] {
  return new ReadableStream({ start: (controller) => controller.close() });
}

function searchParameters(query: Readonly<Record<string, QueryValue>>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      parameters.append(name, String(item));
    }
  }
  return parameters;
}
