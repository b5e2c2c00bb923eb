/** Parts of a request: spans for OpenTelemetry, and their times for the log. */
import { context, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorage } from "node:async_hooks";

/** The parts of a scoring request; those of `features` hold the queue and run of their rows. */
export type PartName = "decode" | "features" | "queue" | "run" | "encode";

/** The times of the parts of one request. */
interface Parts {
  /** Milliseconds that only rise. */
  readonly now: () => number;
  /** Milliseconds by name. */
  readonly times: Record<string, number>;
}

/** Rows on their way through the engine. */
export interface RowsWatch {
  /** They wait no longer. */
  started(): void;
  /** They are scored, or given up. */
  ended(): void;
}

const tracer = trace.getTracer("wattbook");
const current = new AsyncLocalStorage<Parts>();

/**
 * Measures the parts that run within some work, whoever runs them.
 *
 * @param now Milliseconds that only rise.
 * @param work Given the milliseconds of the parts, by name, as they grow.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * let clock = 0;
 * await measureParts(() => clock, async (times) => {
 *   assert.equal(await runPart("decode", () => clock += 5), 5);
 *   assert.deepEqual(times, { decode: 5 });
 * });
 * ```
 */
export function measureParts<T>(
  now: () => number,
  work: (times: Readonly<Record<string, number>>) => T,
): T {
  const times: Record<string, number> = {};
  return current.run({ now, times }, () => work(times));
}

/**
 * Runs a part within a span of its name, which is a child of the one around it; Deno sends spans
 * where `OTEL_DENO=true`, and makes none otherwise. A part that is run again adds up.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await runPart("encode", () => "text"), "text");
 * ```
 */
export async function runPart<T>(name: PartName, work: () => T | Promise<T>): Promise<T> {
  const parts = current.getStore();
  const started = parts?.now();
  return await tracer.startActiveSpan(name, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) });
      throw error;
    } finally {
      add(parts, name, started);
      span.end();
    }
  });
}

/**
 * Watches rows of the request under way from the moment at which they are queued: the part `queue`
 * until they start, then the part `run`. They need not start or end within the request's own turn.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * let clock = 0;
 * measureParts(() => clock, (times) => {
 *   const rows = watchRows();
 *   clock += 2;
 *   rows.started();
 *   clock += 3;
 *   rows.ended();
 *   assert.deepEqual(times, { queue: 2, run: 3 });
 * });
 * ```
 */
export function watchRows(): RowsWatch {
  const parts = current.getStore();
  const around = context.active();
  let name: PartName = "queue";
  let began = parts?.now();
  let span = tracer.startSpan(name, {}, around);
  function end(): void {
    add(parts, name, began);
    span.end();
  }
  return {
    started() {
      end();
      name = "run";
      began = parts?.now();
      span = tracer.startSpan(name, {}, around);
    },
    ended: end,
  };
}

function add(parts: Parts | undefined, name: PartName, started: number | undefined): void {
  if (parts === undefined || started === undefined) return;
  parts.times[name] = (parts.times[name] ?? 0) + parts.now() - started;
}
