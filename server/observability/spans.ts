/** Parts of a request: spans for OpenTelemetry, and their times for the log. */
import { SpanStatusCode, trace } from "@opentelemetry/api";

/** The parts of a scoring request, in their order. */
export type PartName = "decode" | "features" | "queue" | "run" | "encode";

/** Measures the parts of one request. */
export interface Parts {
  /**
   * Runs a part within a span of its name, which is a child of the request's own; Deno sends
   * spans where `OTEL_DENO=true`, and makes none otherwise. A part that is run again adds up.
   *
   * @param attributes Of the span.
   */
  run<T>(
    name: PartName,
    work: () => T | Promise<T>,
    attributes?: Readonly<Record<string, string | number>>,
  ): Promise<T>;
  /** Milliseconds of the parts so far. */
  times(): Readonly<Record<string, number>>;
}

/**
 * Starts to measure.
 *
 * @param now Milliseconds that only rise.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * let clock = 0;
 * const parts = measureParts(() => clock);
 * assert.equal(await parts.run("decode", () => clock += 5), 5);
 * assert.deepEqual(parts.times(), { decode: 5 });
 * ```
 */
export function measureParts(now: () => number): Parts {
  const tracer = trace.getTracer("wattbook");
  const times: Record<string, number> = {};
  return {
    run: (name, work, attributes = {}) =>
      tracer.startActiveSpan(name, { attributes }, async (span) => {
        const started = now();
        try {
          return await work();
        } catch (error) {
          span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) });
          throw error;
        } finally {
          times[name] = (times[name] ?? 0) + now() - started;
          span.end();
        }
      }),
    times: () => ({ ...times }),
  };
}
