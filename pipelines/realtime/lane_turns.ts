/** Who may work when: some beside each other, each in a lane of its own, or one that has them all. */

/** Gives lanes to work, in the order in which it asks; see {@linkcode laneTurns}. */
export interface LaneTurns<L> {
  /**
   * Runs work in one lane, beside that in others. It may take lanes that are free, some at most, for
   * as long as it runs.
   */
  inOne<T>(work: (lane: L, takeFree: (most: number) => L[]) => Promise<T>): Promise<T>;
  /** Runs work once no lane is taken, and lets in no other meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Starts with all lanes free. Who wants to be alone goes before those that wait for one lane, so that
 * it need not wait for work that comes after it.
 *
 * @param lanes One or more.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const turns = laneTurns(["left", "right"]);
 * const taken = await turns.inOne((lane, takeFree) => Promise.resolve([lane, ...takeFree(3)]));
 * assert.deepEqual(taken.toSorted(), ["left", "right"]);
 * ```
 */
export function laneTurns<L>(lanes: readonly L[]): LaneTurns<L> {
  // The first lane is last, so that it is taken first where all are free.
  const free = lanes.toReversed();
  const waiting: (() => void)[] = [];
  const waitingAlone: (() => void)[] = [];

  function letIn(): void {
    if (waitingAlone.length > 0) {
      if (free.length === lanes.length) waitingAlone.shift()!();
      return;
    }
    while (free.length > 0 && waiting.length > 0) waiting.shift()!();
  }

  function giveBack(taken: readonly L[]): void {
    free.push(...taken.toReversed());
    letIn();
  }

  /** Resolves to lanes, which are taken at the moment of being let in. */
  function enter(queue: (() => void)[], take: () => L[]): Promise<L[]> {
    return new Promise((resolve) => {
      queue.push(() => resolve(take()));
      letIn();
    });
  }

  return {
    async inOne(work) {
      const taken = await enter(waiting, () => [free.pop()!]);
      try {
        return await work(taken[0], (most) => {
          const count = waitingAlone.length > 0 ? 0 : Math.min(most, free.length);
          const more = free.splice(free.length - count).toReversed();
          taken.push(...more);
          return more;
        });
      } finally {
        giveBack(taken);
      }
    },
    async alone(work) {
      const taken = await enter(waitingAlone, () => free.splice(0).toReversed());
      try {
        return await work();
      } finally {
        giveBack(taken);
      }
    },
  };
}
