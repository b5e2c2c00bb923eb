/** Refusals take turns with what is computed: a flood of them would leave no time for anything else. */
import { setImmediate } from "node:timers";

/** How refusals take turns. */
export interface RefusalTurnsOptions {
  /** Refusals that are written in a turn of the event loop. @default {16} */
  readonly aTurn?: number;
  /** Most that wait; beyond it the one that has waited longest is written at once. @default {1024} */
  readonly most?: number;
  /** Milliseconds after which one is written, however long the turns are. @default {1000} */
  readonly withinMs?: number;
  /** Milliseconds that only rise. */
  readonly now: () => number;
  /** Calls back in the next turn of the event loop. @default {setImmediate} */
  readonly soon?: (body: () => void) => void;
}

/** Refusals in their order. */
export interface RefusalTurns {
  /** Those that wait. They tell how busy the event loop is: an idle one writes each at once. */
  waiting(): number;
  /** Resolves when it is the turn of one more. */
  next(): Promise<void>;
}

/** A refusal that waits. */
interface Waiting {
  readonly since: number;
  readonly write: () => void;
}

/**
 * Spreads refusals over turns of the event loop. A client that is refused comes again, so that as
 * many requests are read in a turn as were refused in one before: without a bound the loop does
 * nothing else, and those that were let in wait for it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const turns = createRefusalTurns({ now: () => 0 });
 * const written = turns.next();
 * assert.equal(turns.waiting(), 1);
 * await written;
 * assert.equal(turns.waiting(), 0);
 * ```
 */
export function createRefusalTurns(
  { aTurn = 16, most = 1024, withinMs = 1000, now, soon = setImmediate }: RefusalTurnsOptions,
): RefusalTurns {
  let line: Waiting[] = [];
  /** Those at the head of the line that are written: to take each off would move all others. */
  let written = 0;
  const waiting = () => line.length - written;

  function turn(): void {
    const late = now() - withinMs;
    for (let nth = 0; waiting() > 0 && (nth < aTurn || line[written].since <= late); nth++) {
      line[written++].write();
    }
    line = line.slice(written);
    written = 0;
    if (line.length > 0) soon(turn);
  }

  return {
    waiting,
    next() {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (waiting() >= most) line[written++].write();
      if (line.push({ since: now(), write: resolve }) === 1) soon(turn);
      return promise;
    },
  };
}
