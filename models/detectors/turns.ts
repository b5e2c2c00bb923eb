/** Cutting a long computation into turns by the work it does. */

import { pause } from "./pause.ts";

/**
 * Counts work and lets others have their turn once `size` is done: what it returns then is to be
 * awaited. In between there is nothing to wait for, and nothing is allocated.
 *
 * @param size Units of work in a turn.
 * @param signal Rejects the pause with its reason when it is aborted by then.
 * @param onTurn Called before each pause.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const turn = turns(100);
 * assert.equal(turn(60), undefined);
 * assert.ok(turn(60) instanceof Promise);
 * assert.equal(turn(60), undefined);
 * ```
 */
export function turns(
  size: number,
  signal?: AbortSignal,
  onTurn?: () => void,
): (work: number) => Promise<void> | undefined {
  let done = 0;
  return (work) => {
    done += work;
    if (done < size) return undefined;
    done = 0;
    onTurn?.();
    return pause(signal);
  };
}
