/** Ensembles of detectors that are fitted already, by every combiner at hand. */
import {
  calibrate,
  type Calibration,
  combineRows,
  combiners,
  fitCalibration,
} from "../../models/mod.ts";
import { type FoldScores, foldScores, type FoldTruth, type RawScores } from "./fold_scores.ts";
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

/** A fitted detector by what it says. */
export interface ScoredMember {
  readonly name: string;
  readonly raw: RawScores;
  /** Whether labels taught it; only combiners that learn from labels too take it. */
  readonly supervised?: boolean;
}

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
    unlabelled: team(members.filter(({ supervised }) => !supervised)),
    all: team(members),
  };
  const scorers: FoldScores[] = [];
  for (const name of COMBINERS) {
    const combiner = combiners[name]();
    const { names, usual, labelled, judged } = combiner.supervised ? teams.all : teams.unlabelled;
    if (names.length < 2) continue;
    await orRefused(refused, name, async () => {
      const table = combiner.supervised ? labelled : usual;
      const fitted = await combiner.fit({ members: names, ...table }, {
        seed: options.seed,
        labels: combiner.supervised ? options.labels : undefined,
      });
      const combine = ({ values }: MemberTable) => combineRows(fitted, values, names.length);
      const raw = { usual: combine(usual), labelled: combine(labelled), judged: combine(judged) };
      scorers.push(foldScores(name, "ensemble", raw, options));
    });
  }
  return scorers;
}

/** The names of some members and what they say, calibrated. */
function team(members: readonly ScoredMember[]) {
  const calibrations = members.map(({ raw }) => fitCalibration(raw.usual));
  const side = (of: keyof RawScores) =>
    memberTable(members.map(({ raw }) => raw[of]), calibrations);
  return {
    names: members.map(({ name }) => name),
    usual: side("usual"),
    labelled: side("labelled"),
    judged: side("judged"),
  };
}

/** Calibrated scores, rows × members, row-major. */
interface MemberTable {
  readonly rows: number;
  readonly values: Float64Array;
}

function memberTable(
  scores: readonly Float64Array[],
  calibrations: readonly Calibration[],
): MemberTable {
  const rows = scores[0]?.length ?? 0;
  const values = new Float64Array(rows * scores.length);
  scores.forEach((raw, m) =>
    calibrate(calibrations[m], raw).forEach((score, row) => values[row * scores.length + m] = score)
  );
  return { rows, values };
}
