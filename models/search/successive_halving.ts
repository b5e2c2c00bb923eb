/** Search that gives up early on what does badly with few rows. */

import { best } from "./best.ts";
import { randomSearch } from "./random_search.ts";
import type { SearchMethod } from "./search_method.ts";

/** One of this many goes on to the next rung, which has this many times the rows. */
const CUT = 3;
/** Points on each rung; the last rung has all rows. */
const RUNGS = [CUT * CUT, CUT, 1];
const BRACKET = RUNGS.reduce((sum, points) => sum + points);

/**
 * Successive halving (Jamieson and Talwalkar, Non-stochastic Best Arm Identification and
 * Hyperparameter Optimization, AISTATS 2016), by thirds: nine points drawn by chance are tried with
 * a ninth of the training rows, the best three of them with a third, the best one with all; then
 * nine new points. Thirteen trials take the time of three on all rows where time grows with
 * rows. No use where it does not, as with detectors that draw a sample of fixed size, and
 * misleading where few rows favour other choices than many.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const space = [{ name: "x", kind: "real", low: 0, high: 1 }] as const;
 * assert.equal(successiveHalving.propose(space, 7, []).share, 1 / 9);
 * ```
 */
export const successiveHalving: SearchMethod = {
  name: "halving",
  propose(space, seed, history) {
    const bracket = history.slice(history.length - history.length % BRACKET);
    let [from, rung] = [0, 0];
    while (bracket.length >= from + RUNGS[rung]) from += RUNGS[rung++];
    const share = 1 / RUNGS[rung];
    if (rung === 0) return { ...randomSearch.propose(space, seed, history), share };
    const below = bracket.slice(from - RUNGS[rung - 1], from);
    const { point } = best(below, RUNGS[rung])[bracket.length - from];
    return { point, share };
  },
};
