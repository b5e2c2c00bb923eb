/** Members of an ensemble fitted side by side. */

import { requireWhole } from "../detectors/require_whole.ts";
import { type DetectorState, restoreDetector } from "../detectors/mod.ts";
import type { MemberFit, MemberRows, MemberTask } from "../ensembles/fit_member.ts";
import { type Matrix, selectColumns } from "../matrix.ts";
import type { WorkerAnswer, WorkerTask } from "./member_worker.ts";

/** How the members are fitted. */
export interface FitInWorkersOptions {
  /** Threads at most, from 1. */
  readonly workers: number;
  /** Rejects at once; a fit that runs ends at its next report of progress. */
  readonly signal?: AbortSignal;
  /** Called with the index of a member and its done share, from 0 to 1. */
  readonly onProgress?: (member: number, share: number) => void;
}

/**
 * Fits members in module workers, each of which takes the next member when it is done. The result
 * is the same for any number of workers, as a fit depends on its rows and its seed alone.
 *
 * A worker has a copy of the columns its member reads, and starting it costs some tenths of a
 * second: of no use where all fits are short.
 *
 * @param tasks Members by name and options; a detector that is a function cannot change threads.
 * @returns In the order of the tasks.
 * @throws {RangeError} When workers is not a whole number from 1, or a detector is not given by its
 * name; and what the fit of a member throws.
 * @throws The signal's reason when it is aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const rows = { x: matrix(["kwh"], [1, 3]), heldOut: matrix(["kwh"], [2, 5]) };
 * const task = { detector: { name: "z_score" }, columns: ["kwh"], seed: 7 } as const;
 * const [{ scores }] = await fitInWorkers(rows, [task], { workers: 1 });
 * assert.deepEqual([...scores], [0, 3]);
 * ```
 */
export async function fitInWorkers(
  rows: MemberRows,
  tasks: readonly MemberTask[],
  { workers, signal, onProgress }: FitInWorkersOptions,
): Promise<MemberFit[]> {
  requireWhole("fit in workers", "workers", workers, 1);
  tasks.forEach(requireSpec);
  signal?.throwIfAborted();
  const fits = new Array<MemberFit>(tasks.length);
  const waiting = tasks.entries();
  const threads = Array.from(
    { length: Math.min(workers, tasks.length) },
    () => new Worker(new URL("./member_worker.ts", import.meta.url), { type: "module" }),
  );
  const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(signal?.reason);
  signal?.addEventListener("abort", stop);
  try {
    const work = threads.map(async (thread) => {
      for (const [member, task] of waiting) {
        fits[member] = await fitOn(
          thread,
          workerTask(rows, task, flag),
          (share) => onProgress?.(member, share),
        );
      }
    });
    await Promise.race([Promise.all(work), stopped.promise]);
    return fits;
  } finally {
    signal?.removeEventListener("abort", stop);
    // What still runs ends at its next step: terminate() waits for a thread that is in a loop.
    Atomics.store(flag, 0, 1);
    threads.forEach((thread) => thread.terminate());
  }
}

function fitOn(
  thread: Worker,
  task: WorkerTask,
  onProgress: (share: number) => void,
): Promise<MemberFit> {
  const { promise, resolve, reject } = Promise.withResolvers<MemberFit>();
  thread.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    if ("progress" in data) onProgress(data.progress);
    else if ("error" in data) reject(data.error);
    else {
      const state: DetectorState = JSON.parse(data.state);
      resolve({ detector: restoreDetector(state), scores: data.scores });
    }
  };
  thread.onerror = (event) => {
    // Unprevented, it would end the whole process.
    event.preventDefault();
    reject(new Error(`Cannot fit ${task.detector.name} in a worker: ${event.message}`));
  };
  const { x, heldOut } = task.rows;
  thread.postMessage(task, { transfer: [x.values.buffer, heldOut.values.buffer] });
  return promise;
}

function workerTask(
  { x, heldOut, labels }: MemberRows,
  { detector, columns, seed }: MemberTask,
  stop: WorkerTask["stop"],
): WorkerTask {
  const rows = { x: ownColumns(x, columns), heldOut: ownColumns(heldOut, columns), labels };
  return { detector: requireSpec({ detector }), rows, seed, stop };
}

/** The columns in memory of their own, which can be given away. */
function ownColumns(x: Matrix, columns: readonly string[]): Matrix {
  const own = selectColumns(x, columns);
  return own === x ? { ...x, values: x.values.slice() } : own;
}

function requireSpec({ detector }: Pick<MemberTask, "detector">): WorkerTask["detector"] {
  if ("fit" in detector) {
    throw new RangeError(
      "Cannot fit in workers as a detector must be given by name and options: " +
        `current value is the detector ${detector.name} itself`,
    );
  }
  return detector;
}
