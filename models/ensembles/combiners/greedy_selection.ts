/** Weights by how much each member helps the others to rank labelled rows. */

import { requireWhole } from "../../detectors/require_whole.ts";
import { pause } from "../../detectors/pause.ts";
import { averagePrecision } from "../../metrics/average_precision.ts";
import type { Combiner } from "./combiner.ts";
import { requireJudged } from "./require_judged.ts";
import { fromWeightedState } from "./weighted.ts";

/** Choices of the greedy selection. */
export interface GreedySelectionOptions {
  /** Members drawn at most, a member counting as often as it is drawn. @default {20} */
  readonly rounds?: number;
}

/**
 * Forward selection with replacement (Caruana, Niculescu-Mizil, Crew and Ksikes, Ensemble Selection
 * from Libraries of Models, ICML 2004): each round adds the member whose score, added to the sum so
 * far, ranks the labelled rows with the highest average precision; a member may be added again. Kept
 * is the shortest run of rounds that reached the highest. The weights are the shares of the draws;
 * ties go to the member that stands first. Labels of few events are soon overfitted, and members of
 * weight 0 are still computed.
 *
 * Costs a sort of the rows per member and round.
 *
 * @throws {RangeError} When rounds is not a whole number from 1; in the fit, without labels of both
 * classes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const values = Float64Array.of(0.9, 0.5, 0.1, 0.2, 0.4, 0.6);
 * const scores = { members: ["keen", "blind"], rows: 3, values };
 * const labels = Uint8Array.of(1, 0, 0);
 * const fitted = await greedySelection().fit(scores, { seed: 7, labels });
 * assert.deepEqual(fitted.toJSON(), { kind: "weighted", weights: [1, 0] });
 * ```
 */
export function greedySelection({ rounds = 20 }: GreedySelectionOptions = {}): Combiner {
  requireWhole("select members", "rounds", rounds, 1);
  return {
    name: "greedy_selection",
    supervised: true,
    async fit(scores, context) {
      const labels = requireJudged("greedy_selection", scores, context);
      const columns = scores.members.map((_, m) =>
        scores.values.filter((_, at) => at % scores.members.length === m)
      );
      const drawn: number[] = [];
      let best = { precision: 0, draws: 0 };
      let sum = new Float64Array(scores.rows);
      while (drawn.length < rounds) {
        await pause(context.signal);
        const sums = columns.map((own) => sum.map((value, row) => value + own[row]));
        const precisions = sums.map((candidate) => averagePrecision(labels, candidate));
        const precision = Math.max(...precisions);
        const chosen = precisions.indexOf(precision);
        drawn.push(chosen);
        sum = sums[chosen];
        if (precision > best.precision) best = { precision, draws: drawn.length };
      }
      const kept = drawn.slice(0, best.draws);
      const weights = scores.members.map((_, m) =>
        kept.filter((member) => member === m).length / kept.length
      );
      return fromWeightedState({ kind: "weighted", weights });
    },
  };
}
