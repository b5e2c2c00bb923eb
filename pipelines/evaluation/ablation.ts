/** Which member of the mean earns its place: the mean with it against the mean without it. */
import { combiners, meterFigures, type MeterTally } from "../../models/mod.ts";
import type { EnsembleOptions } from "./ensemble_scores.ts";
import { type FoldScores, foldScores } from "./fold_scores.ts";
import { combineTeam, memberTeam, type ScoredMember, withoutMember } from "./member_team.ts";
import { type Reported, withIntervals } from "./reported_figures.ts";

/** Of two members, the mean without one is the other. */
const LEAST_MEMBERS = 3;

/** Figures that say whether a mean ranks and reports better. */
const FIGURES = ["roc_auc", "average_precision", "event_f1"] as const;

/** What a member adds to each figure of the mean: above 0, it helps. */
export type MemberGain = Reported<(typeof FIGURES)[number]>;

/**
 * The mean of all members but one, for each in turn, under the name of the one that is left out.
 * Nothing is fitted again: the members say what they said, calibrated as they were; the threshold
 * is chosen anew by the same rule.
 *
 * @returns None where fewer than three members learnt without labels: no other is in the mean.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const usual = Float64Array.from({ length: 100 }, (_, i) => i);
 * const members = ["a", "b", "c"].map((name) => {
 *   return { name, raw: { usual, labelled: usual, judged: usual } };
 * });
 * const choose = () => ({ rule: "by hand", value: 0.5 });
 * const means = await meansWithout(members, { seed: 1, choose, labels: new Uint8Array(100) });
 * assert.deepEqual(means.map(({ name }) => name), ["a", "b", "c"]);
 * ```
 */
export async function meansWithout(
  members: readonly ScoredMember[],
  options: EnsembleOptions,
): Promise<FoldScores[]> {
  const unlabelled = members.filter(({ supervised }) => !supervised);
  if (unlabelled.length < LEAST_MEMBERS) return [];
  const team = memberTeam(unlabelled);
  const means: FoldScores[] = [];
  for (const [left, name] of team.names.entries()) {
    const others = withoutMember(team, left);
    const fitted = await combiners.mean().fit(
      { members: others.names, ...others.usual },
      { seed: options.seed },
    );
    means.push(foldScores(name, "ensemble", combineTeam(fitted, others), options));
  }
  return means;
}

/**
 * How much better the mean with a member is than the mean without it: figure minus figure, with
 * percentiles of the difference over resampled meters. Both means are taken on the same drawn
 * meters, so what makes a meter hard for both does not widen the interval. It says what the member
 * adds beside these others: of two that say the same, neither adds anything.
 *
 * @param whole What each meter contributes to the figures of the mean of all.
 * @param without The same of the mean without the member, meters in the same order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const meter = (roc_auc: number) => ({
 *   meterId: "a",
 *   hours: 168,
 *   ranking: { roc_auc, average_precision: 0.25, vus_roc: 0.5, vus_pr: 0.25 },
 *   trueEvents: 1,
 *   detected: 1,
 *   predictedEvents: 1,
 *   confirmed: 1,
 *   delayHours: 0,
 * });
 * const gain = memberGain([meter(0.75)], [meter(0.5)], 7);
 * assert.deepEqual([gain.roc_auc, gain.roc_auc_ci, gain.event_f1], [0.25, [0.25, 0.25], 0]);
 * ```
 */
export function memberGain(
  whole: readonly MeterTally[],
  without: readonly MeterTally[],
  seed: number,
): MemberGain {
  const pairs = whole.map((meter, i) => ({ whole: meter, without: without[i] }));
  return withIntervals(pairs, (drawn) => {
    const more = meterFigures(drawn.map(({ whole }) => whole));
    const less = meterFigures(drawn.map(({ without }) => without));
    const gains = FIGURES.map((name) => [name, more[name] - less[name]]);
    return Object.fromEntries(gains) as Record<(typeof FIGURES)[number], number>;
  }, seed);
}
