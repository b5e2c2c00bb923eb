/** Ensembles of detectors that are fitted already, by every combiner at hand. */
import { combiners } from "../../models/mod.ts";
import { type FoldScores, foldScores, type FoldTruth } from "./fold_scores.ts";
import { combineTeam, memberTeam, type ScoredMember } from "./member_team.ts";
import { orRefused } from "./or_refused.ts";

/** Combiners that can be had without choosing weights by hand. */
const COMBINERS = [
  "mean",
  "max",
  "average_of_maximum",
  "consensus_weights",
  "greedy_selection",
  "stacked",
] as const;

/** What decides ensembles beside the scores of their members. */
export interface EnsembleOptions extends FoldTruth {
  readonly seed: number;
}

/**
 * Combines the calibrated scores of some detectors by every combiner. One that learns from labels
 * gets the labelled rows and all members, another the usual rows and members that saw no label.
 *
 * @param members At least two, else there is no ensemble.
 * @param refused Gets the reason of each combiner that cannot combine these members.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const usual = Float64Array.from({ length: 100 }, (_, i) => i);
 * const raw = { usual, labelled: usual, judged: usual };
 * const labels = Uint8Array.from(usual, (score) => score > 97 ? 1 : 0);
 * const choose = () => ({ rule: "by hand", value: 0.5 });
 * const members = [{ name: "one", raw }, { name: "same", raw }];
 * const [first] = await ensembleScores(members, { seed: 1, choose, labels }, {});
 * assert.equal(first.name, "mean");
 * ```
 */
export async function ensembleScores(
  members: readonly ScoredMember[],
  options: EnsembleOptions,
  refused: Record<string, string>,
): Promise<FoldScores[]> {
  const teams = {
    unlabelled: memberTeam(members.filter(({ supervised }) => !supervised)),
    all: memberTeam(members),
  };
  const scorers: FoldScores[] = [];
  for (const name of COMBINERS) {
    const combiner = combiners[name]();
    const team = combiner.supervised ? teams.all : teams.unlabelled;
    if (team.names.length < 2) continue;
    await orRefused(refused, name, async () => {
      const table = combiner.supervised ? team.labelled : team.usual;
      const fitted = await combiner.fit({ members: team.names, ...table }, {
        seed: options.seed,
        labels: combiner.supervised ? options.labels : undefined,
      });
      scorers.push(foldScores(name, "ensemble", combineTeam(fitted, team), options));
    });
  }
  return scorers;
}
