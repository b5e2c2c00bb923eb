/** The contract of every way to search. */

import type { Point, SearchSpace } from "./parameter.ts";

/** What is to be tried next. */
export interface Proposal {
  readonly point: Point;
  /** Share of the training rows to try it with, in (0, 1]. */
  readonly share: number;
}

/** What was tried and how good it was. */
export interface Observation extends Proposal {
  /** Higher is better; `null` where it could not be tried, which is worse than any value. */
  readonly value: number | null;
}

/**
 * A way to search a space for the point with the highest value.
 *
 * It keeps no state: a proposal depends on the space, the seed and what was observed before, in its
 * order. A search that is broken off and taken up again with the same observations goes the same
 * way.
 */
export interface SearchMethod {
  /** Snake-case name, unique among the methods. */
  readonly name: string;
  /**
   * The next point to try.
   *
   * @param space At least one parameter.
   * @param history All that earlier proposals led to, oldest first.
   */
  propose(space: SearchSpace, seed: number, history: readonly Observation[]): Proposal;
}
