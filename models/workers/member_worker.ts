/** A module worker that fits one member after another and answers with plain data. */

import type { DetectorSpec } from "../detectors/detector_spec.ts";
import { fitMember, type MemberRows } from "../ensembles/fit_member.ts";

/** What the worker is asked. */
export interface WorkerTask {
  readonly detector: DetectorSpec;
  /** The member's own columns of all rows. */
  readonly rows: MemberRows;
  readonly seed: number;
  /** Shared memory; the fit ends at its next report of progress once the number in it is 1. */
  readonly stop: Int32Array<SharedArrayBuffer>;
}

/** What the worker answers: how far it is, and in the end one of the other two. */
export type WorkerAnswer =
  | { readonly progress: number }
  | { readonly state: string; readonly scores: Float64Array }
  | { readonly error: unknown };

async function fit({ detector, rows, seed, stop }: WorkerTask): Promise<void> {
  const task = { detector, columns: rows.x.columns, seed };
  const stopping = new AbortController();
  const onProgress = (progress: number) => {
    // A worker hears no message in the middle of a fit, and nothing from outside ends its loops.
    if (Atomics.load(stop, 0) === 1) stopping.abort();
    self.postMessage({ progress } satisfies WorkerAnswer);
  };
  try {
    const fitted = await fitMember(rows, task, { onProgress, signal: stopping.signal });
    const { scores } = fitted;
    const answer: WorkerAnswer = { state: JSON.stringify(fitted.detector), scores };
    self.postMessage(answer, { transfer: [scores.buffer] });
  } catch (error) {
    self.postMessage({ error } satisfies WorkerAnswer);
  }
}

self.addEventListener("message", ({ data }: MessageEvent<WorkerTask>) => fit(data));
