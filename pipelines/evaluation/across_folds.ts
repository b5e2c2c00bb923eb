/** One scorer on all rows that an evaluation judges, from what the folds say. */
import { aggregateAlarms, type AlarmRule, type MeterTally, tallyMeters } from "../../models/mod.ts";
import type { FoldScores, ScorerKind } from "./fold_scores.ts";
import type { EvaluationData } from "./labelled_rows.ts";

const HOUR_MS = 3_600_000;

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
  /** 1 where it is reported: where an alarm is on or, without alarms, the threshold is reached. */
  readonly predicted: Uint8Array;
  /** What each meter contributes to the figures. */
  readonly meters: readonly MeterTally[];
  /** The same without rows whose reading gives the label away, where the data has such. */
  readonly withoutShortcut?: readonly MeterTally[];
  /** Mean time of a fit, seconds. */
  readonly fitSeconds: number;
  readonly scoredRowsPerSecond: number;
}

/** What is judged, and how hours are reported. */
export interface JudgedRows {
  readonly data: EvaluationData;
  /** Places of the rows within the judged rows of the data, ascending. */
  readonly rows: Uint32Array;
  /** What makes alarms of the hours that reach the threshold. */
  readonly alarms?: AlarmRule;
}

/** What one fold says. */
export interface FoldPart {
  /** Place of each of the fold's rows among all rows. */
  readonly at: readonly number[];
  readonly scorers: readonly FoldScores[];
}

/**
 * The scorers that have scores in every fold, each tallied over all of them: what a fit refused in
 * one fold has none there and is left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluationData, FIXTURE_HOURS } from "./evaluation_data_fixture.ts";
 * import { foldScores } from "./fold_scores.ts";
 * const rows = Uint32Array.from({ length: FIXTURE_HOURS }, (_, hour) => hour);
 * const judged = Float64Array.from(rows, (hour) => hour === 200 ? 9 : 0);
 * const raw = { usual: judged, labelled: judged, judged };
 * const truth = { choose: () => ({ rule: "by hand", value: 9 }), labels: new Uint8Array(240) };
 * const fold = { at: [...rows], scorers: [foldScores("told", "detector", raw, truth)] };
 * const [{ meters }] = acrossFolds({ data: evaluationData(), rows }, [fold], () => {});
 * assert.deepEqual([meters[0].trueEvents, meters[0].detected], [2, 1]);
 * ```
 */
export function acrossFolds(
  judged: JudgedRows,
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
    return parts.length === folds.length ? [judgedScorer(judged, parts)] : [];
  });
}

function chosenOf(
  events: Int32Array,
  chosen: readonly number[],
  rows: Uint32Array,
): Int32Array {
  return Int32Array.from(chosen, (at) => events[rows[at]]);
}

function judgedScorer(
  { data: { judged, shortcut }, rows, alarms }: JudgedRows,
  parts: readonly { readonly at: readonly number[]; readonly scores: FoldScores }[],
): JudgedScorer {
  const scores = new Float64Array(rows.length);
  const calibrated = new Float64Array(rows.length);
  const reached = new Uint8Array(rows.length);
  const known = parts.every((part) => part.scores.chances !== null);
  const chances = known ? new Float64Array(rows.length) : null;
  for (const { at, scores: part } of parts) {
    at.forEach((place, i) => {
      scores[place] = part.scores[i];
      calibrated[place] = part.calibrated[i];
      reached[place] = part.predicted[i];
      if (chances && part.chances) chances[place] = part.chances[i];
    });
  }
  // What is not among the rows that count cannot lead to an alarm either.
  const reportedRows = (chosen: readonly number[]) => {
    const meterIds = chosen.map((at) => judged.meterIds[rows[at]]);
    const ts = Float64Array.from(chosen, (at) => judged.ts[rows[at]]);
    const label = Uint8Array.from(chosen, (at) => reached[at]);
    return {
      meterIds,
      ts,
      labels: Uint8Array.from(chosen, (at) => judged.label[rows[at]]),
      events: judged.events && chosenOf(judged.events, chosen, rows),
      scores: Float64Array.from(chosen, (at) => scores[at]),
      predicted: alarms
        ? aggregateAlarms({ meterId: meterIds, ts, label }, alarms, HOUR_MS)
        : label,
    };
  };
  const all = [...rows.keys()];
  const whole = reportedRows(all);
  const total = (ms: "fitMs" | "scoreMs") =>
    parts.reduce((sum, part) => sum + part.scores[ms], 0) / 1000;
  const [{ scores: { name, kind } }] = parts;
  return {
    name,
    kind,
    scores,
    calibrated,
    chances,
    predicted: whole.predicted,
    meters: tallyMeters(whole),
    withoutShortcut: shortcut && tallyMeters(reportedRows(all.filter((at) => !shortcut(rows[at])))),
    fitSeconds: total("fitMs") / parts.length,
    scoredRowsPerSecond: rows.length / total("scoreMs"),
  };
}
