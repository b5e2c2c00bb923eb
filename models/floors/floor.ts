/** The contract of the floors. */

import type { Matrix } from "../matrix.ts";

/**
 * A score that takes no learning. A detector that does not beat the floors has learnt nothing.
 *
 * Same rows, same seed, same scores; a row's score does not depend on its place or on the others.
 */
export interface Floor {
  /** Snake-case name, unique among the floors. */
  readonly name: string;
  /**
   * One finite score per row, higher = more anomalous.
   *
   * @param seed Seed of all chance, a safe integer.
   */
  anomalyScores(x: Matrix, seed: number): Float64Array;
}
