/**
 * A typed client of the server's own routes. It loads no package and no code of the server.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createApp } from "./app.ts";
 * import { HOSTEL_END, hostelDeps } from "./hostel_deps_fixture.ts";
 * await using deps = await hostelDeps();
 * const app = createApp(deps);
 *
 * const client = createClient({ url: "http://localhost:8000", fetch: (request) => app.fetch(request) });
 * const ts = new Date(HOSTEL_END - 3_600_000).toISOString();
 * const { scores, events } = await client.score([{ meter: "room-2-01", ts, kwh: 500 }]);
 * assert.equal(scores[0].label, 1);
 * assert.equal(events[0].meter, "room-2-01");
 * ```
 *
 * @module
 */
import { ClientError, clientError } from "./client_error.ts";
import { type RetryOptions, sendAgain } from "./client_retry.ts";
import type { DriftReport } from "./schemas/drift.ts";
import type { Models } from "./schemas/models.ts";
import type { ScoreAnswer, SentReading } from "./schemas/score.ts";
import type { ScoreStreamLine } from "./schemas/score_stream.ts";

export { ClientError } from "./client_error.ts";
export type { DriftReport, Models, ScoreAnswer, ScoreStreamLine, SentReading };

/** Where the server is, and how it is reached. */
export interface ClientOptions extends RetryOptions {
  /** Such as `http://localhost:8000`. */
  readonly url: string;
  /** @default The global one. */
  readonly fetch?: (request: Request) => Response | Promise<Response>;
}

/** What goes with any request. */
export interface RequestOptions {
  /** Aborts it. */
  readonly signal?: AbortSignal;
}

/** What goes with a request for scores. */
export interface ScoreOptions extends RequestOptions {
  /** Name of a loaded model. @default The server's default. */
  readonly model?: string;
  /** A loaded version of it. @default The one that answers by default. */
  readonly version?: string;
}

/** The server's own routes; each rejects with a {@linkcode ClientError} for an error. */
export interface Client {
  /** Scores readings, up to 100,000 of them, those of a meter within 31 days. */
  score(readings: readonly SentReading[], options?: ScoreOptions): Promise<ScoreAnswer>;
  /**
   * Scores readings as they come, and gives the lines of the answer as they come; not sent again.
   * Readings are taken no faster than the server reads them.
   */
  scoreStream(
    readings: Iterable<SentReading> | AsyncIterable<SentReading>,
    options?: ScoreOptions,
  ): AsyncGenerator<ScoreStreamLine, void>;
  /** The loaded versions, and what the server follows. */
  models(options?: RequestOptions): Promise<Models>;
  /** The last monitoring report. */
  latestDrift(options?: RequestOptions): Promise<DriftReport>;
  /** Resolves while the server can score. */
  health(options?: RequestOptions): Promise<void>;
}

/**
 * Creates a client; it holds nothing open.
 *
 * @throws {TypeError} When the URL is none.
 */
export function createClient(
  { url, fetch = (request) => globalThis.fetch(request), ...retrying }: ClientOptions,
): Client {
  const base = new URL(url);

  async function send(path: string, init: RequestInit, again: RetryOptions): Promise<Response> {
    const { signal } = init;
    const once = async () => await fetch(new Request(new URL(path, base), init));
    const response = await sendAgain(once, again, signal ?? undefined);
    if (!response.ok) throw await clientError(response, `${init.method ?? "GET"} ${path}`);
    return response;
  }

  async function get(path: string, { signal }: RequestOptions = {}): Promise<Response> {
    return await send(path, { signal }, retrying);
  }

  return {
    async score(readings, { signal, ...choice } = {}) {
      const response = await send(`/api/v1/score${query(choice)}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ readings }),
        signal,
      }, retrying);
      return await response.json();
    },
    async *scoreStream(readings, { signal, ...choice } = {}) {
      const init: RequestInit & { duplex: "half" } = {
        method: "POST",
        headers: { "content-type": "application/x-ndjson" },
        body: ReadableStream.from(encodedLines(readings)),
        signal,
        duplex: "half",
      };
      const response = await send(`/api/v1/score/stream${query(choice)}`, init, { retries: 0 });
      const requestId = response.headers.get("x-request-id") ?? undefined;
      for await (const text of textLines(response.body)) {
        const line: ScoreStreamLine = JSON.parse(text);
        if (line.type === "failure") throw new ClientError(line.detail, { status: 500, requestId });
        yield line;
        if (line.type === "summary") return;
      }
      const message = "Cannot read the stream to its end: it broke off before the summary";
      throw new ClientError(message, { status: 500, requestId });
    },
    models: async (options) => await (await get("/api/v1/models", options)).json(),
    latestDrift: async (options) => await (await get("/api/v1/drift/latest", options)).json(),
    async health(options) {
      await (await get("/health", options)).body?.cancel();
    },
  };
}

function query(choice: Pick<ScoreOptions, "model" | "version">): string {
  const given = Object.entries(choice).filter(([, value]) => value !== undefined);
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

async function* encodedLines(
  values: Iterable<unknown> | AsyncIterable<unknown>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for await (const value of values) yield encoder.encode(`${JSON.stringify(value)}\n`);
}

async function* textLines(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
): AsyncGenerator<string> {
  let rest = "";
  for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
