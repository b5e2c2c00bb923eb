/** Work over many rows, in turns with everything else in the process. */

import type { FitContext } from "./detector.ts";
import { pause } from "./pause.ts";

/** Among some thousand points a turn takes some milliseconds, among 100,000 some hundred. */
const ROWS_IN_A_TURN = 512;

/**
 * Calls `work` for one stretch of rows after the other; says before each how much is done, and
 * pauses, so that a timer or a request can stop it.
 *
 * @param work Does the rows from `start` up to, not including, `end`.
 * @throws The signal's reason when it is aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const stretches: number[][] = [];
 * await inTurns(600, { seed: 7 }, (start, end) => stretches.push([start, end]));
 * assert.deepEqual(stretches, [[0, 512], [512, 600]]);
 * ```
 */
export async function inTurns(
  rows: number,
  { signal, onProgress }: FitContext,
  work: (start: number, end: number) => void,
): Promise<void> {
  for (let start = 0; start < rows; start += ROWS_IN_A_TURN) {
    onProgress?.(start / rows);
    await pause(signal);
    work(start, Math.min(start + ROWS_IN_A_TURN, rows));
  }
}
