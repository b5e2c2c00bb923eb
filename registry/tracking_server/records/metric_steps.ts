/** Which steps of a long metric a chart shows. */

/** A step, exact beyond ±2^53. */
export type Step = number | bigint;

/** Part of a metric's steps, both ends included. */
export interface StepRange {
  readonly first: Step;
  readonly last: Step;
}

/**
 * At most about `most` of the steps within a range, evenly spread and in order, with the last one
 * and with what must be kept, as MLflow chooses them.
 *
 * @param steps All steps, in order and each once.
 * @param kept Steps that are shown even if they were not chosen, such as the ends of each run.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
 * assert.deepEqual(sampledSteps(steps, { first: 0, last: 9 }, 5, []), [0, 2, 4, 6, 8, 9]);
 * ```
 */
export function sampledSteps(
  steps: readonly Step[],
  { first, last }: StepRange,
  most: number,
  kept: readonly Step[],
): Step[] {
  const isWithin = (step: Step) => step >= first && step <= last;
  const within = steps.filter(isWithin);
  const chosen = within.length <= most ? within : [
    ...Array.from({ length: most }, (_, i) => within[Math.floor(i * (within.length / most))]),
    within[within.length - 1],
  ];
  const all = new Set([...chosen, ...kept.filter(isWithin)]);
  return [...all].sort((a, b) => (a < b ? -1 : 1));
}
