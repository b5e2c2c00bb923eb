/** The contract of the thresholds: where the line between usual and anomalous lies. */

/** A line chosen by a rule; plain data. */
export interface Threshold {
  /** Name of the rule that chose the value. */
  readonly rule: string;
  /** A score of at least this is anomalous. */
  readonly value: number;
}

/**
 * Scored rows of validation meters as columns of one length in any order. A rule that counts events
 * takes all of them, one that looks at scores alone takes those.
 */
export interface ValidationRows {
  readonly meterIds: readonly string[];
  /** Start of each row's interval, epoch milliseconds UTC. */
  readonly ts: Float64Array;
  /** Length of an interval in milliseconds. @default {3_600_000} */
  readonly intervalMs?: number;
  /** Finite, higher = more anomalous. */
  readonly scores: Float32Array | Float64Array;
}

/**
 * One label per score: 1 where the score is at least the threshold's value, else 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const threshold = { rule: "by hand", value: 0.5 };
 * assert.deepEqual([...labelScores([0.4, 0.5, 0.9], threshold)], [0, 1, 1]);
 * ```
 */
export function labelScores(scores: ArrayLike<number>, { value }: Threshold): Uint8Array {
  return Uint8Array.from(scores, (score) => score >= value ? 1 : 0);
}
