/** A queue in front of what computes: requests that wait while a batch runs make up the next one. */
import { setImmediate } from "node:timers";
import { type Matrix, requireColumns } from "../../models/mod.ts";
import type { ScoreOptions, Scores, ScoringSession } from "../../models/onnx/session.ts";
import type { BatchObserver, RowsObserver } from "./engine_observer.ts";
import { QueueFullError } from "./queue_full_error.ts";
import type { RowRunner } from "./row_runner.ts";

/** How a queue batches, and how much it holds. */
export interface BatchingOptions {
  /** Batches that run at the same time; a request that finds fewer does not wait. */
  readonly concurrency: number;
  /** Most rows of a batch; longer requests run in several, in turns with the others. @default {256} */
  readonly maxRows?: number;
  /** Most rows that wait. A request that finds nobody waiting may have more. @default {262_144} */
  readonly maxQueuedRows?: number;
  /** Most requests that wait. @default {1024} */
  readonly maxQueuedRequests?: number;
  /** Calls back once the requests that have arrived by now are read. @default {setImmediate} */
  readonly soon?: (body: () => void) => void;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** Told of every batch. */
  readonly onBatch?: BatchObserver;
  /** Asked for each request as it is queued, for whom its way is told. */
  readonly watch?: RowsObserver;
}

/** A request on its way through the queue. */
interface Entry {
  readonly x: Matrix;
  readonly options: ScoreOptions;
  readonly scores: Scores;
  readonly arrived: number;
  readonly watched?: ReturnType<RowsObserver>;
  /** Rows that are in a batch, or were. */
  sent: number;
  /** Rows that are scored. */
  done: number;
  settled: boolean;
  readonly resolve: (scores: Scores) => void;
  readonly reject: (error: unknown) => void;
}

/** Rows of a request in a batch. */
interface Part {
  readonly entry: Entry;
  readonly start: number;
  readonly rows: number;
}

/**
 * Makes a session of what computes batches. Rows get the scores that they would get alone.
 *
 * A request whose signal was aborted before its turn is dropped and costs nothing. Its `score`
 * rejects with a {@linkcode QueueFullError} where the queue is full.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const runner = {
 *   columns: ["kwh"],
 *   members: [],
 *   threshold: 1,
 *   metadata: {},
 *   run: (score: Float32Array<ArrayBuffer>) =>
 *     Promise.resolve({ score, label: new Uint8Array(score.length), memberScores: new Float32Array() }),
 *   close: () => Promise.resolve(),
 * };
 * const session = createBatchingSession(runner, { concurrency: 1, now: () => 0 });
 * const { score } = await session.score({ columns: ["kwh"], rows: 2, values: Float32Array.of(3, 4) });
 * assert.deepEqual([...score], [3, 4]);
 * ```
 */
export function createBatchingSession(
  runner: RowRunner,
  {
    concurrency,
    maxRows = 256,
    maxQueuedRows = 262_144,
    maxQueuedRequests = 1024,
    soon = setImmediate,
    now,
    onBatch,
    watch,
  }: BatchingOptions,
): ScoringSession {
  const { columns, members, threshold, metadata } = runner;
  const width = columns.length;
  const queue: Entry[] = [];
  let queuedRows = 0;
  let running = 0;
  let starting = false;
  let closing: PromiseWithResolvers<void> | undefined;

  function score(x: Matrix, options: ScoreOptions = {}): Promise<Scores> {
    const { promise, resolve, reject } = Promise.withResolvers<Scores>();
    try {
      requireColumns(x, columns);
      if (closing) throw new Error("Cannot score with a closed session");
      options.signal?.throwIfAborted();
      if (queue.length > 0 && queuedRows + x.rows > maxQueuedRows) {
        throw new QueueFullError(maxQueuedRows, "rows");
      }
      if (queue.length >= maxQueuedRequests) {
        throw new QueueFullError(maxQueuedRequests, "requests");
      }
    } catch (error) {
      reject(error);
      return promise;
    }
    const scores = {
      score: new Float32Array(x.rows),
      label: new Uint8Array(x.rows),
      memberScores: new Float32Array(x.rows * members.length),
    };
    if (x.rows === 0) {
      resolve(scores);
      return promise;
    }
    const arrived = now();
    const progress = { sent: 0, done: 0, settled: false };
    queue.push({ x, options, scores, arrived, watched: watch?.(), ...progress, resolve, reject });
    queuedRows += x.rows;
    if (!starting && running < concurrency) {
      starting = true;
      soon(start);
    }
    return promise;
  }

  function start(): void {
    starting = false;
    while (running < concurrency && queue.length > 0) {
      const parts = nextBatch();
      if (parts.length === 0) continue;
      running++;
      void run(parts);
    }
    if (running === 0 && queue.length === 0) closing?.resolve();
  }

  /** The requests that wait longest, each as far as it fits; the rest of one goes to the end. */
  function nextBatch(): Part[] {
    const parts: Part[] = [];
    let room = maxRows;
    while (room > 0 && queue.length > 0) {
      const entry = queue.shift()!;
      const left = entry.x.rows - entry.sent;
      if (entry.options.signal?.aborted) fail(entry, entry.options.signal.reason);
      if (entry.settled) {
        queuedRows -= left;
        continue;
      }
      const rows = Math.min(left, room);
      if (entry.sent === 0) entry.watched?.started();
      parts.push({ entry, start: entry.sent, rows });
      entry.sent += rows;
      room -= rows;
      queuedRows -= rows;
      if (rows < left) queue.push(entry);
    }
    return parts;
  }

  async function run(parts: readonly Part[]): Promise<void> {
    const started = now();
    const rows = parts.reduce((sum, part) => sum + part.rows, 0);
    const values = new Float32Array(rows * width);
    let at = 0;
    for (const { entry, start, rows } of parts) {
      values.set(entry.x.values.subarray(start * width, (start + rows) * width), at * width);
      at += rows;
    }
    try {
      hand(parts, await runner.run(values, rows));
    } catch (error) {
      for (const { entry } of parts) fail(entry, error);
    }
    const waitMs = started - parts[0].entry.arrived;
    onBatch?.({ rows, requests: parts.length, waitMs, runMs: now() - started });
    running--;
    start();
  }

  function hand(parts: readonly Part[], batch: Scores): void {
    let at = 0;
    for (const { entry, start, rows } of parts) {
      const { scores, x, options } = entry;
      const m = members.length;
      scores.score.set(batch.score.subarray(at, at + rows), start);
      scores.label.set(batch.label.subarray(at, at + rows), start);
      scores.memberScores.set(batch.memberScores.subarray(at * m, (at + rows) * m), start * m);
      at += rows;
      entry.done += rows;
      if (entry.settled) continue;
      options.onProgress?.(entry.done / x.rows);
      if (entry.done < x.rows) continue;
      entry.settled = true;
      entry.watched?.ended();
      entry.resolve(scores);
    }
  }

  async function close(): Promise<void> {
    closing ??= Promise.withResolvers<void>();
    if (running === 0 && queue.length === 0) closing.resolve();
    await closing.promise;
    await runner.close();
  }

  return { columns, members, threshold, metadata, score, close };
}

function fail(entry: Entry, error: unknown): void {
  if (entry.settled) return;
  entry.settled = true;
  entry.watched?.ended();
  entry.reject(error);
}
