/** The fits of all members of an ensemble, here or in workers. */

import type { FitContext } from "../detectors/detector.ts";
import { pause } from "../detectors/pause.ts";
import { fitInWorkers } from "../workers/fit_in_workers.ts";
import { fitMember, type MemberFit, type MemberRows, type MemberTask } from "./fit_member.ts";

/** Share of a member's progress that is its fit; the rest is its calibration. */
const FIT_SHARE = 0.8;

/** How the members are fitted. */
export interface FitMembersOptions extends Pick<FitContext, "signal" | "onProgress"> {
  /** Threads that fit members side by side; 0 fits them here, one after another. */
  readonly workers: number;
}

/**
 * Fits members and scores the held-out rows with each.
 *
 * @returns In the order of the tasks.
 * @throws {RangeError} When workers is not a whole number from 0, and what the fit of a member
 * throws.
 * @throws The signal's reason when it is aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const rows = { x: matrix(["kwh"], [1, 3]), heldOut: matrix(["kwh"], [2, 5]) };
 * const task = { detector: { name: "z_score" }, columns: ["kwh"], seed: 7 } as const;
 * const [{ scores }] = await fitMembers(rows, [task], { workers: 0 });
 * assert.deepEqual([...scores], [0, 3]);
 * ```
 */
export async function fitMembers(
  rows: MemberRows,
  tasks: readonly MemberTask[],
  { workers, signal, onProgress }: FitMembersOptions,
): Promise<MemberFit[]> {
  const shares = new Float64Array(tasks.length);
  const report = (member: number, share: number) => {
    shares[member] = FIT_SHARE * share;
    onProgress?.(shares.reduce((sum, done) => sum + done, 0) / tasks.length);
  };
  if (workers !== 0) {
    return await fitInWorkers(rows, tasks, { workers, signal, onProgress: report });
  }
  const fits: MemberFit[] = [];
  for (const [member, task] of tasks.entries()) {
    await pause(signal);
    fits.push(
      await fitMember(rows, task, { signal, onProgress: (share) => report(member, share) }),
    );
    shares[member] = 1;
  }
  return fits;
}
