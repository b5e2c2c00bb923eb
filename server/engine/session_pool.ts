/** Sessions in threads of their own, so that no computation ever holds up the answering of requests. */
import type { ModelContract } from "../../models/mod.ts";
import type { Scores } from "../../models/onnx/session.ts";
import type { RowRunner } from "./row_runner.ts";
import { openLane, type WorkerLane } from "./worker_lane.ts";
import { WorkerLostError } from "./worker_lost_error.ts";

/** How a pool computes. */
export interface SessionPoolOptions {
  /** Threads, a whole number from 1. Each opens every session. */
  readonly workers: number;
  /** Starts a worker. @default One of `session_worker.ts`. */
  readonly spawn?: () => Worker;
  /** Told of each worker that stopped by itself, and was replaced. */
  readonly onLost?: (reason: string) => void;
}

/** Threads that score. */
export interface SessionPool extends AsyncDisposable {
  readonly workers: number;
  /**
   * Opens a model in every thread.
   *
   * @throws {SyntaxError} When the bytes are not an ONNX model with its contract.
   */
  open(bytes: Uint8Array): Promise<RowRunner>;
}

/**
 * Starts the threads; dispose of the pool in the end, after its sessions.
 *
 * A worker that stops by itself fails what it was computing and is replaced: its successor opens
 * the same sessions before it computes.
 *
 * @throws {RangeError} When `workers` is not a whole number from 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using pool = createSessionPool({ workers: 1 });
 * await assert.rejects(pool.open(Uint8Array.of(1, 2, 3)), { name: "SyntaxError" });
 * ```
 */
export function createSessionPool(
  { workers, spawn = spawnWorker, onLost }: SessionPoolOptions,
): SessionPool {
  if (!Number.isSafeInteger(workers) || workers < 1) {
    throw new RangeError(
      `Cannot start a pool as workers must be a whole number >= 1: current value is ${workers}`,
    );
  }
  const models = new Map<number, Uint8Array>();
  const lanes = Array.from({ length: workers }, () => openLane({ spawn, models, onLost }));
  let sessions = 0;

  async function open(bytes: Uint8Array): Promise<RowRunner> {
    const session = ++sessions;
    // Before the orders go out: a worker that is replaced meanwhile opens it too.
    models.set(session, bytes);
    let contract: ModelContract;
    try {
      [contract] = await Promise.all(
        lanes.map((lane) => lane.order<ModelContract>({ kind: "open", session, bytes })),
      );
    } catch (error) {
      models.delete(session);
      throw error;
    }
    async function close(): Promise<void> {
      if (!models.delete(session)) return;
      const closed = lanes.map((lane) => lane.order({ kind: "close", session }).catch(orLost));
      await Promise.all(closed);
    }
    return {
      ...contract,
      run: (values, rows) =>
        leastBusy(lanes).order<Scores>({ kind: "score", session, rows, values }, [values.buffer]),
      close,
    };
  }

  return {
    workers,
    open,
    async [Symbol.asyncDispose]() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** A worker that stops takes its sessions with it. */
function orLost(error: unknown): void {
  if (!(error instanceof WorkerLostError)) throw error;
}

function leastBusy(lanes: readonly WorkerLane[]): WorkerLane {
  return lanes.reduce((best, lane) => lane.pending < best.pending ? lane : best);
}

function spawnWorker(): Worker {
  return new Worker(new URL("session_worker.ts", import.meta.url), { type: "module" });
}
