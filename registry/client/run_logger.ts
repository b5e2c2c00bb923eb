/** Logging from a loop that does not wait: entries are gathered and sent behind its back. */

import type { RegistryClient } from "./client.ts";
import { logBatch } from "./log_batch.ts";
import { firstBatch, type LogEntry, requestLimits } from "./log_entries.ts";
import { metricJson } from "./metric.ts";
import { MlflowError } from "./mlflow_error.ts";
import { UnwrittenError } from "./unwritten_error.ts";

/** How a {@link RunLogger} gathers. */
export interface RunLoggerOptions {
  /** The clock for metrics that come without a time, in epoch milliseconds. */
  readonly now: () => number;
  /**
   * Entries that may wait.
   * @default {10_000}
   */
  readonly capacity?: number;
  /**
   * Milliseconds that entries are gathered for; a full request of them is sent at once.
   * @default {1000}
   */
  readonly interval?: number;
}

/**
 * Takes what a run logs, at once, and sends it in order. Dispose of it to send what is left; an
 * entry that is never written is part of an error that {@link RunLogger.flush} or its disposal
 * throws.
 */
export interface RunLogger extends AsyncDisposable {
  /** @throws {RangeError} When the buffer is full, the logger is closed or the step is not whole. */
  metric(key: string, value: number, at?: { step?: number | bigint; timestamp?: number }): void;
  /** @throws {RangeError} When the buffer is full or the logger is closed. */
  param(key: string, value: string): void;
  /** @throws {RangeError} When the buffer is full or the logger is closed. */
  tag(key: string, value: string): void;
  /**
   * Waits until all that was logged before is written.
   *
   * @throws {UnwrittenError} When the server refuses some of it, which is not sent again, or cannot
   * be reached, in which case it goes on waiting to be written.
   */
  flush(): Promise<void>;
}

const longestPauseMs = 30_000;

/**
 * Opens a buffered logger of a run. Use one where values come one by one and quickly, such as the
 * loss of each step of training, and `logBatch` where they are all there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { metricHistory } from "./metric_history.ts";
 * import { createRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * {
 *   await using log = openRunLogger(client, runId, { now: () => 0 });
 *   for (let step = 0; step < 3; step++) log.metric("loss", 1 / (step + 1), { step });
 * }
 * const history = await Array.fromAsync(metricHistory(client, { runId, key: "loss" }));
 * assert.deepEqual(history.map(({ value }) => value).sort(), [1 / 3, 1 / 2, 1]);
 * ```
 */
export function openRunLogger(
  client: RegistryClient,
  runId: string,
  { now, capacity = 10_000, interval = 1000 }: RunLoggerOptions,
): RunLogger {
  const waiting: LogEntry[] = [];
  const refused: LogEntry[] = [];
  let refusal: unknown;
  let failure: { readonly error: unknown; readonly times: number } | undefined;
  let logged = 0;
  let settled = 0;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;

  function add(entry: LogEntry): void {
    const name = entry.kind === "metric" ? entry.metric.key : entry.key;
    if (closed) {
      throw new RangeError(`Cannot log "${name}": expected an open logger, got a closed one`);
    }
    if (waiting.length >= capacity) {
      throw new RangeError(
        `Cannot log "${name}": expected fewer than ${capacity} entries that wait, got ${waiting.length}`,
        { cause: failure?.error },
      );
    }
    waiting.push(entry);
    logged++;
    schedule();
  }

  function schedule(): void {
    if (closed || waiting.length === 0 || sending !== undefined) return;
    if (waiting.length >= requestLimits.all && failure === undefined) return start();
    const pause = Math.min(interval * 2 ** (failure?.times ?? 0), longestPauseMs);
    timer ??= setTimeout(start, pause);
  }

  function start(): void {
    stopTimer();
    // What went wrong is kept for the caller, and the entries for the next try.
    sendFirst().then(schedule, schedule);
  }

  function stopTimer(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function sendFirst(): Promise<void> {
    return sending ??= exchange().finally(() => sending = undefined);
  }

  async function exchange(): Promise<void> {
    const { batch, count } = firstBatch(waiting);
    try {
      await logBatch(client, runId, batch);
    } catch (error) {
      if (!isRefusal(error)) {
        failure = { error, times: (failure?.times ?? 0) + 1 };
        throw error;
      }
      refusal ??= error;
      refused.push(...waiting.slice(0, count));
    }
    failure = undefined;
    waiting.splice(0, count);
    settled += count;
  }

  async function flush(): Promise<void> {
    stopTimer();
    const target = logged;
    try {
      while (settled < target) await sendFirst();
    } catch (error) {
      throw unwritten(waiting, error);
    } finally {
      schedule();
    }
    if (refused.length > 0) throw unwritten([], refusal);
  }

  function unwritten(still: readonly LogEntry[], error: unknown): UnwrittenError {
    const told = new UnwrittenError(runId, [...refused.splice(0), ...still], refusal ?? error);
    refusal = undefined;
    return told;
  }

  return {
    metric(key, value, { step = 0, timestamp = now() } = {}) {
      const metric = { key, value, timestamp, step };
      metricJson(metric);
      add({ kind: "metric", metric });
    },
    param: (key, value) => add({ kind: "param", key, value }),
    tag: (key, value) => add({ kind: "tag", key, value }),
    flush,
    async [Symbol.asyncDispose]() {
      closed = true;
      await flush();
    },
  };
}

/** The server has read the request and will not take it the next time either. */
function isRefusal(error: unknown): boolean {
  return error instanceof MlflowError && error.status >= 400 && error.status < 500 &&
    ![408, 429].includes(error.status);
}
