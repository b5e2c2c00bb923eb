/** The connection to a tracking server: addresses, credentials, retries and errors. */

import ky, { HTTPError } from "ky";
import type { z } from "zod";
import { parseExact, stringifyExact } from "../exact_json.ts";
import { MlflowError } from "./mlflow_error.ts";

/** Where the tracking server is and how to talk to it. */
export interface ClientOptions {
  /** The server's address, for example `http://127.0.0.1:5000`. */
  readonly baseUrl: string;
  /** Replaces the network, for example by an embedded server's own `fetch`. */
  readonly fetch?: (request: Request) => Response | Promise<Response>;
  /** Sent as `Authorization: Bearer …`, or as basic credentials when a user name is given. */
  readonly credentials?: { token: string } | { username: string; password: string };
  /**
   * Attempts after the first one, for calls that are safe to repeat.
   * @default {2}
   */
  readonly retries?: number;
  /**
   * Milliseconds until one attempt is given up; `false` waits for ever.
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
  /** Query parameters; undefined ones are left out. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** JSON body. */
  readonly json?: object;
  /** Raw body, instead of `json`. */
  readonly body?: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Whether sending it twice has the effect of sending it once. */
  readonly repeatable: boolean;
}

/** A tracking server to talk to; every verb of this folder takes one. */
export interface RegistryClient {
  /** The server's address, without a trailing slash. */
  readonly baseUrl: string;
  /**
   * Sends `call` and reads its JSON answer by `schema`.
   *
   * @throws {MlflowError} When the server refuses.
   * @throws {TypeError} When the answer is not what MLflow's protocol says.
   */
  json<T>(call: Call, schema: z.ZodType<T>): Promise<T>;
  /**
   * Sends `call` and hands over the answer with its body unread.
   *
   * @throws {MlflowError} When the server refuses.
   */
  raw(call: Call): Promise<Response>;
}

const retriedStatuses = [408, 429, 500, 502, 503, 504];

/**
 * Opens a client of an MLflow tracking server. Only calls that are safe to repeat are retried:
 * creating a run, an experiment or a model version twice would leave two.
 *
 * @throws {TypeError} When `baseUrl` is not an http or https address.
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
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  if (!/^https?:\/\//.test(baseUrl)) {
    throw new TypeError(
      `Cannot open a tracking client as its address must be http or https: current value is "${options.baseUrl}"`,
    );
  }
  const send = ky.create({
    prefix: baseUrl,
    timeout,
    stringifyJson: (value) => stringifyExact(value),
    parseJson: parseExact,
    headers: credentials === undefined ? {} : { authorization: authorization(credentials) },
    ...(options.fetch === undefined ? {} : { fetch: inProcess(options.fetch) }),
  });

  async function raw(call: Call): Promise<Response> {
    const streamed = call.body instanceof ReadableStream;
    const limit = call.repeatable && !streamed ? retries : 0;
    try {
      return await send(call.path, {
        method: call.method,
        searchParams: searchParameters(call.query ?? {}),
        json: call.json,
        body: call.body,
        retry: { limit, methods: [call.method.toLowerCase()], statusCodes: retriedStatuses },
      });
    } catch (error) {
      throw error instanceof HTTPError ? toMlflowError(error) : error;
    }
  }

  async function json<T>(call: Call, schema: z.ZodType<T>): Promise<T> {
    const response = await raw(call);
    const text = await response.text();
    const answer = schema.safeParse(text === "" ? {} : parseExact(text));
    if (!answer.success) {
      throw new TypeError(
        `Cannot read the answer of ${call.method} ${call.path}: ${answer.error.message}`,
        { cause: answer.error },
      );
    }
    return answer.data;
  }

  return { baseUrl, json, raw };
}

function inProcess(handle: NonNullable<ClientOptions["fetch"]>): typeof fetch {
  return async (input, init) => await handle(new Request(input, init));
}

function authorization(credentials: NonNullable<ClientOptions["credentials"]>): string {
  if ("token" in credentials) return `Bearer ${credentials.token}`;
  const bytes = new TextEncoder().encode(`${credentials.username}:${credentials.password}`);
  return `Basic ${bytes.toBase64()}`;
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

function toMlflowError(error: HTTPError): MlflowError {
  const { status } = error.response;
  const data = error.data;
  if (typeof data === "object" && data !== null && "error_code" in data && "message" in data) {
    return new MlflowError(String(data.error_code), status, String(data.message), { cause: error });
  }
  // A proxy, or an endpoint the server does not have, answers without MLflow's error body.
  const code = status === 404 ? "ENDPOINT_NOT_FOUND" : "INTERNAL_ERROR";
  return new MlflowError(code, status, error.message, { cause: error });
}
