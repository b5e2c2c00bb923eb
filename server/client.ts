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
import type { DriftReportList, DriftReportQuery, NewDriftReport } from "./schemas/drift_reports.ts";
import type { Models } from "./schemas/models.ts";
import type { ScoreAnswer, SentReading } from "./schemas/score.ts";
import type { ScoreStreamLine } from "./schemas/score_stream.ts";

export { ClientError } from "./client_error.ts";
export type {
  DriftReport,
  DriftReportList,
  DriftReportQuery,
  Models,
  NewDriftReport,
  ScoreAnswer,
  ScoreStreamLine,
  SentReading,
};

const DRIFT_REPORTS = "/api/v1/drift/reports";

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
  /** The monitoring reports without their sections, the latest first. */
  driftReports(options?: RequestOptions & DriftReportQuery): Promise<DriftReportList>;
  /** A monitoring report. */
  driftReport(id: string, options?: RequestOptions): Promise<DriftReport>;
  /** The latest monitoring report. */
  latestDriftReport(options?: RequestOptions): Promise<DriftReport>;
  /** Reports on a window and keeps the report; takes seconds to minutes. */
  createDriftReport(window: NewDriftReport, options?: RequestOptions): Promise<DriftReport>;
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

  async function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
    return await (await send(path, { signal }, retrying)).json();
  }

  async function post<Answer>(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body), signal };
    return await (await send(path, init, retrying)).json();
  }

  return {
    score: (readings, { signal, ...choice } = {}) =>
      post(`/api/v1/score${query(choice)}`, { readings }, signal),
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
    models: ({ signal } = {}) => get("/api/v1/models", signal),
    driftReports: ({ signal, ...list } = {}) => get(`${DRIFT_REPORTS}${query(list)}`, signal),
    driftReport: (id, { signal } = {}) => get(`${DRIFT_REPORTS}/${encodeURIComponent(id)}`, signal),
    latestDriftReport: ({ signal } = {}) => get(`${DRIFT_REPORTS}/latest`, signal),
    createDriftReport: (window, { signal } = {}) => post(DRIFT_REPORTS, window, signal),
    async health({ signal } = {}) {
      await (await send("/health", { signal }, retrying)).body?.cancel();
    },
  };
}

function query(parameters: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
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
