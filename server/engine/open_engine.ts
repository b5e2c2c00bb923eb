/** The engine: models from the registry, scored by worker threads behind a queue each. */
import { openSession } from "../../models/onnx/session.ts";
import { loadModel } from "../../pipelines/realtime/mod.ts";
import { parseModelUri, type RegistryClient } from "../../registry/mod.ts";
import { createBatchingSession } from "./batching.ts";
import type { BatchObserver, EngineObserver } from "./engine_observer.ts";
import { createModelTable, type ModelTable } from "./model_table.ts";
import { nearRunner } from "./near_runner.ts";
import { pauseOf } from "./repeat.ts";
import { createRegistryLoader, type RegistryLoader } from "./registry_loader.ts";
import { createSessionPool } from "./session_pool.ts";

/** Of the batches of a thread, one waits there while another runs: it never idles between two. */
const BATCHES_PER_WORKER = 2;

/** What the engine works with. */
export interface EngineOptions {
  readonly registry: RegistryClient;
  /** Threads that score, from 1. */
  readonly workers: number;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** Seconds that requests under way have in the end. @default {5} */
  readonly drainSeconds?: number;
  /** Who watches. @default {{}} */
  readonly observer?: EngineObserver;
}

/** A running engine; disposing of it waits for its requests, within a limit, and ends the threads. */
export interface Engine extends AsyncDisposable {
  readonly models: ModelTable;
  readonly loader: RegistryLoader;
}

/**
 * Starts an engine that has loaded nothing yet.
 *
 * @throws {RangeError} When `workers` is not a whole number from 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withChampionHome } from "../../pipelines/champion_home_fixture.ts";
 * await withChampionHome(async ({ context: { registry } }) => {
 *   await using engine = openEngine({ registry, workers: 1, now: () => 0 });
 *   await engine.loader.follow("models:/energy-anomaly@champion");
 *   using lease = engine.models.lease();
 *   const { columns, session } = lease.model;
 *   const values = new Float32Array(columns.length);
 *   assert.equal((await session.score({ columns, rows: 1, values })).score.length, 1);
 * });
 * ```
 */
export function openEngine(
  { registry, workers, now, drainSeconds = 5, observer = {} }: EngineOptions,
): Engine {
  const pool = createSessionPool({
    workers,
    onLost: (reason) => observer.workerLost?.(reason),
  });
  const models = createModelTable();
  const loader = createRegistryLoader({
    registry,
    models,
    open: (uri) =>
      loadModel(registry, uri, async (bytes) => {
        const far = await pool.open(bytes);
        return createBatchingSession(nearRunner(await openSession(bytes), far), {
          concurrency: workers * BATCHES_PER_WORKER,
          now,
          onBatch: batchObserver(uri, observer),
          watch: observer.queued,
        });
      }),
    onLoaded: (uri, version) => observer.loaded?.(uri, version),
    onFailed: (error) => observer.loadFailed?.(error),
  });
  return {
    models,
    loader,
    async [Symbol.asyncDispose]() {
      const drained = new AbortController();
      const closed = models[Symbol.asyncDispose]().then(() => drained.abort());
      await Promise.race([closed, pauseOf(drainSeconds)(drained.signal)]);
      await pool[Symbol.asyncDispose]();
    },
  };
}

function batchObserver(uri: string, { batch }: EngineObserver): BatchObserver | undefined {
  const reference = parseModelUri(uri);
  if (batch === undefined || !("version" in reference)) return undefined;
  const { name, version } = reference;
  return (facts) => batch(name, version, facts);
}
