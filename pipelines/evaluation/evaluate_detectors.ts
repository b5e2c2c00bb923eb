/** Every scorer on every meter that a protocol judges, each by scores it had never seen. */
import { type Detector, type MeterTally, tallyMeters } from "../../models/mod.ts";
import type { Progress } from "../progress.ts";
import { divideMeters, type Protocol } from "./folds.ts";
import type { FoldScores, ScorerKind } from "./fold_scores.ts";
import { type JudgedFold, judgeFold } from "./judge_fold.ts";
import type { EvaluationData } from "./labelled_rows.ts";
import type { ThresholdChoice } from "./threshold_choice.ts";

/** What decides an evaluation beside its data. */
export interface EvaluationOptions {
  readonly protocol: Protocol;
  readonly detectors: readonly Detector[];
  readonly seed: number;
  readonly threshold: ThresholdChoice;
}

/** One scorer on all judged rows of an evaluation, over all folds. */
export interface JudgedScorer {
  readonly name: string;
  readonly kind: ScorerKind;
  /** One value per place in `rows`; raw scores of different folds need not mean the same. */
  readonly scores: Float64Array;
  /** Scores in [0, 1] by the calibration of each fold. */
  readonly calibrated: Float64Array;
  /** Chances of an anomaly by each fold's validation labels; `null` where a fold has none. */
  readonly chances: Float64Array | null;
  readonly predicted: Uint8Array;
  /** What each meter contributes to the figures. */
  readonly meters: readonly MeterTally[];
  /** The same without rows whose reading gives the label away, where the data has such. */
  readonly withoutShortcut?: readonly MeterTally[];
  /** Mean time of a fit, seconds. */
  readonly fitSeconds: number;
  readonly scoredRowsPerSecond: number;
}

/** The scores of an evaluation. */
export interface JudgedScorers {
  /** Places of the rows within the judged rows of the data, ascending. */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly folds: number;
  readonly scorers: readonly JudgedScorer[];
  /** The ensemble `mean` without each member in turn, by its name, where it has three. */
  readonly ablated: readonly JudgedScorer[];
  /** Why a scorer is not among them: what its fit refused in one of the folds, by its name. */
  readonly refused: Readonly<Record<string, string>>;
}

/**
 * Runs all folds of a protocol one after the other.
 *
 * @param now Milliseconds since any fixed time, for how long fits and scores take.
 * @throws {RangeError} When there are fewer than three meters, or meters of a fold have no usual
 * hours.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../../models/mod.ts";
 * import { createProgress } from "../progress.ts";
 * import { evaluationData } from "./evaluation_data_fixture.ts";
 * const { folds, scorers } = await evaluateDetectors(
 *   evaluationData(),
 *   {
 *     protocol: "leave-one-out",
 *     detectors: [detectors.iqr()],
 *     seed: 1,
 *     threshold: { rule: "quantile", contamination: 0.01 },
 *   },
 *   () => 0,
 *   createProgress({ write() {}, isTerminal: false, now: () => 0 }),
 * );
 * assert.deepEqual([folds, scorers[0].name, scorers[0].meters.length], [5, "iqr", 5]);
 * ```
 */
export async function evaluateDetectors(
  data: EvaluationData,
  options: EvaluationOptions,
  now: () => number,
  progress: Progress,
): Promise<JudgedScorers> {
  const meters = [...new Set(data.judged.meterIds)];
  const folds = divideMeters(options.protocol, meters, options.seed);
  const judged: JudgedFold[] = [];
  for (const [i, fold] of folds.entries()) {
    judged.push(
      await progress.step(
        `fold ${i + 1} of ${folds.length}`,
        (onProgress) => judgeFold(data, fold, { ...options, now, onProgress }),
      ),
    );
  }
  const rows = Uint32Array.from(judged.flatMap((fold) => [...fold.rows])).sort();
  const places = new Map(Array.from(rows, (row, at) => [row, at]));
  const refused: Record<string, string> = Object.assign({}, ...judged.map((fold) => fold.refused));
  for (const [name, reason] of Object.entries(refused)) progress.note(`${name}: ${reason}`);
  const at = judged.map((fold) => Array.from(fold.rows, (row) => places.get(row) as number));
  const across = (step: string, of: "scorers" | "ablated") =>
    progress.step(step, (onProgress) => {
      const parts = judged.map((fold, i) => ({ at: at[i], scorers: fold[of] }));
      return acrossFolds(data, rows, parts, onProgress);
    });
  const scorers = await across("judge", "scorers");
  const ablated = await across("ablate", "ablated");
  return { rows, folds: folds.length, scorers, ablated, refused };
}

/** What one fold says. */
interface FoldPart {
  /** Place of each of the fold's rows among all rows. */
  readonly at: readonly number[];
  readonly scorers: readonly FoldScores[];
}

/** The scorers that have scores in every fold: what a fit refused in one has none there. */
function acrossFolds(
  data: EvaluationData,
  rows: Uint32Array,
  folds: readonly FoldPart[],
  onProgress: (share: number) => void,
): JudgedScorer[] {
  const [{ scorers }] = folds;
  return scorers.flatMap(({ name }, i) => {
    onProgress((i + 1) / scorers.length);
    const parts = folds.flatMap(({ at, scorers }) => {
      const own = scorers.find((scorer) => scorer.name === name);
      return own ? [{ at, scores: own }] : [];
    });
    return parts.length === folds.length ? [judgedScorer(data, rows, parts)] : [];
  });
}

function judgedScorer(
  { judged, shortcut }: EvaluationData,
  rows: Uint32Array,
  parts: readonly { readonly at: readonly number[]; readonly scores: FoldScores }[],
): JudgedScorer {
  const scores = new Float64Array(rows.length);
  const calibrated = new Float64Array(rows.length);
  const predicted = new Uint8Array(rows.length);
  const known = parts.every((part) => part.scores.chances !== null);
  const chances = known ? new Float64Array(rows.length) : null;
  for (const { at, scores: part } of parts) {
    at.forEach((place, i) => {
      scores[place] = part.scores[i];
      calibrated[place] = part.calibrated[i];
      predicted[place] = part.predicted[i];
      if (chances && part.chances) chances[place] = part.chances[i];
    });
  }
  const tally = (chosen: readonly number[]) =>
    tallyMeters({
      meterIds: chosen.map((at) => judged.meterIds[rows[at]]),
      ts: Float64Array.from(chosen, (at) => judged.ts[rows[at]]),
      labels: Uint8Array.from(chosen, (at) => judged.label[rows[at]]),
      scores: Float64Array.from(chosen, (at) => scores[at]),
      predicted: Uint8Array.from(chosen, (at) => predicted[at]),
    });
  const all = [...rows.keys()];
  const total = (ms: "fitMs" | "scoreMs") =>
    parts.reduce((sum, part) => sum + part.scores[ms], 0) / 1000;
  const [{ scores: { name, kind } }] = parts;
  return {
    name,
    kind,
    scores,
    calibrated,
    chances,
    predicted,
    meters: tally(all),
    withoutShortcut: shortcut && tally(all.filter((at) => !shortcut(rows[at]))),
    fitSeconds: total("fitMs") / parts.length,
    scoredRowsPerSecond: rows.length / total("scoreMs"),
  };
}
