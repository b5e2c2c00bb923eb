/** Which meters train, which choose thresholds and which are judged. */
import { drawMeters, type MeterSplit, splitMeters } from "../steps/split_meters.ts";

/** Share of the meters that are not judged which calibrate and choose thresholds. */
const VALIDATION_SHARE = 0.25;
const GROUPS = 5;

/** A way to divide meters, by its name on the command line. */
export type Protocol = keyof typeof protocols;

/**
 * The protocols: `leave-one-out` judges every meter with detectors fitted on the others, `folds`
 * does so for a fifth of the meters at a time, `split` judges one fifth only.
 */
export const protocols = {
  "leave-one-out": (meterIds: readonly string[], seed: number) =>
    foldsOf(drawMeters(meterIds, seed).sort().map((id) => [id]), seed),
  folds: (meterIds: readonly string[], seed: number) => foldsOf(dealt(meterIds, seed), seed),
  split: (meterIds: readonly string[], seed: number) => [splitMeters(meterIds, seed)],
} as const;

/**
 * Divides meters by a protocol; in no fold is a meter in two groups.
 *
 * @param meterIds Different ids; their order has no influence.
 * @throws {RangeError} When there are fewer than three meters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folds = divideMeters("leave-one-out", ["a", "b", "c", "d", "e"], 7);
 * assert.deepEqual(folds.map(({ test }) => test), [["a"], ["b"], ["c"], ["d"], ["e"]]);
 * assert.deepEqual([folds[0].validation.length, folds[0].train.length], [1, 3]);
 * ```
 */
export function divideMeters(
  protocol: Protocol,
  meterIds: readonly string[],
  seed: number,
): MeterSplit[] {
  if (meterIds.length < 3) {
    throw new RangeError(
      `Cannot divide meters into training, validation and test as at least 3 are needed: got ${meterIds.length}`,
    );
  }
  return protocols[protocol](meterIds, seed);
}

/** Deals the meters round, so that groups differ by one at most. */
function dealt(meterIds: readonly string[], seed: number): string[][] {
  const drawn = drawMeters(meterIds, seed);
  return Array.from(
    { length: Math.min(GROUPS, drawn.length) },
    (_, group) => drawn.filter((_, i) => i % GROUPS === group).sort(),
  );
}

function foldsOf(groups: readonly string[][], seed: number): MeterSplit[] {
  return groups.map((test) => {
    const others = drawMeters(groups.filter((group) => group !== test).flat(), seed);
    const validation = Math.max(1, Math.round(others.length * VALIDATION_SHARE));
    return {
      test,
      validation: others.slice(0, validation).sort(),
      train: others.slice(validation).sort(),
    };
  });
}
