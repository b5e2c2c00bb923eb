/** One worker of a pool, and its successors: whoever orders never notices which one it is. */
import type { WorkerAnswer, WorkerOrder } from "./worker_messages.ts";
import { WorkerLostError } from "./worker_lost_error.ts";

/** What a lane starts workers with. */
export interface LaneOptions {
  readonly spawn: () => Worker;
  /** The models that every new worker opens first, by the number of their session. */
  readonly models: ReadonlyMap<number, Uint8Array>;
  /** Told when a worker stopped by itself. */
  readonly onLost?: (reason: string) => void;
}

/** An order without the number of its answer. */
type Order = WorkerOrder extends infer O ? O extends WorkerOrder ? Omit<O, "id"> : never : never;

/** A worker to order from. */
export interface WorkerLane {
  /** Orders that have no answer yet. */
  readonly pending: number;
  /**
   * Sends an order and waits for its answer.
   *
   * @throws {WorkerLostError} When the worker stopped before it answered.
   */
  order<T>(order: Order, transfer?: Transferable[]): Promise<T>;
  /** Stops the worker; orders that have no answer fail. */
  close(): Promise<void>;
}

interface Pending {
  resolve(done: unknown): void;
  reject(error: Error): void;
}

/**
 * Starts a worker. One that stops by itself fails its orders and is replaced; one that stopped
 * before it ever answered, only at the next order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const spawn = () => new Worker(new URL("session_worker.ts", import.meta.url), { type: "module" });
 * const lane = openLane({ spawn, models: new Map() });
 * assert.equal(await lane.order({ kind: "close", session: 1 }), null);
 * await lane.close();
 * ```
 */
export function openLane({ spawn, models, onLost }: LaneOptions): WorkerLane {
  const pending = new Map<number, Pending>();
  let orders = 0;
  let answered = false;
  let worker: Worker | undefined = start();

  function start(): Worker {
    const started = spawn();
    started.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => settle(data);
    started.onerror = (event) => {
      event.preventDefault();
      lose(started, event.message);
    };
    return started;
  }

  function settle(answer: WorkerAnswer): void {
    answered = true;
    const waiting = pending.get(answer.id);
    pending.delete(answer.id);
    if ("done" in answer) waiting?.resolve(answer.done);
    else waiting?.reject(namedError(answer.failed));
  }

  function lose(lost: Worker, reason: string): void {
    lost.terminate();
    if (lost !== worker) return;
    worker = answered ? restart() : undefined;
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(new WorkerLostError(reason));
    onLost?.(reason);
  }

  function restart(): Worker {
    const started = start();
    answered = false;
    for (const [session, bytes] of models) {
      // An answer of its own is not waited for: the worker takes its orders one after another.
      started.postMessage({ id: ++orders, kind: "open", session, bytes });
    }
    return started;
  }

  return {
    get pending() {
      return pending.size;
    },
    order<T>(order: Order, transfer: Transferable[] = []) {
      worker ??= restart();
      const id = ++orders;
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      pending.set(id, { resolve: resolve as Pending["resolve"], reject });
      worker.postMessage({ ...order, id }, transfer);
      return promise;
    },
    close() {
      worker?.terminate();
      worker = undefined;
      for (const { reject } of pending.values()) reject(new WorkerLostError("the pool is closed"));
      pending.clear();
      return Promise.resolve();
    },
  };
}

/** Errors of the contract keep their class, as callers tell by it what is wrong. */
function namedError({ name, message }: { readonly name: string; readonly message: string }): Error {
  const kinds: Readonly<Record<string, ErrorConstructor>> = { SyntaxError, RangeError, TypeError };
  return new (kinds[name] ?? Error)(message);
}
