/** Fits every scorer on the meters of one fold and scores the rows that it judges. */
import {
  type AlarmRule,
  type Detector,
  floors,
  type Matrix,
  selectColumns,
  selectRows,
} from "../../models/mod.ts";
import type { FeatureRows } from "../features/mod.ts";
import { evidentHours } from "../steps/evident_hours.ts";
import type { MeterSplit } from "../steps/split_meters.ts";
import { meansWithout } from "./ablation.ts";
import { inputsOf } from "./detector_inputs.ts";
import { ensembleScores } from "./ensemble_scores.ts";
import { type FoldScores, foldScores, type FoldTruth } from "./fold_scores.ts";
import {
  type EvaluationData,
  rowsOfMeters,
  type RowsToLearn,
  rowsToLearnFrom,
  usualToLearnFrom,
} from "./labelled_rows.ts";
import type { ScoredMember } from "./member_team.ts";
import { orRefused } from "./or_refused.ts";
import { chooseThreshold, type ThresholdChoice } from "../steps/threshold_choice.ts";

/** What decides scores and thresholds beside the rows. */
export interface FoldOptions {
  readonly detectors: readonly Detector[];
  readonly seed: number;
  readonly threshold: ThresholdChoice;
  /** What makes alarms of the hours that reach the threshold, where a rule chooses by events. */
  readonly alarms?: AlarmRule;
  /** Milliseconds since any fixed time, for how long fits and scores take. */
  readonly now: () => number;
  readonly onProgress?: (fraction: number) => void;
}

/** The scores of one fold. */
export interface JudgedFold {
  /** Places of the rows within the judged rows of the data. */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly scorers: readonly FoldScores[];
  /** The ensemble `mean` without each member in turn, by its name, where it has three. */
  readonly ablated: readonly FoldScores[];
  /** Why a scorer has no scores: what its fit refused, by its name. */
  readonly refused: Readonly<Record<string, string>>;
}

/** Share of a detector's progress that is its fit; the rest is scoring. */
const FIT_SHARE = 0.7;

/** The rows of a fold. */
interface FoldRows {
  readonly usual: Matrix;
  readonly labelled: Matrix;
  readonly judged: Matrix;
}

/**
 * Fits the detectors to the usual hours of the training meters, and of those that cannot be judged,
 * without labels; a supervised one to hours of the training meters with labels. Each is calibrated
 * on the usual hours of the validation meters, and its threshold chosen on rows of the validation
 * meters. Ensembles combine the calibrated scores of the detectors that are not supervised; a
 * combiner that learns from labels gets those of all, on the validation meters' judged hours.
 * A scorer whose fit refuses the rows is left out with the reason.
 *
 * @throws {RangeError} When the training or the validation meters have no usual hours, or the rule
 * cannot choose the threshold of a floor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../../models/mod.ts";
 * import { evaluationData } from "./evaluation_data_fixture.ts";
 * const fold = { train: ["a", "b", "c"], validation: ["d"], test: ["e"] };
 * const { rows, scorers } = await judgeFold(evaluationData(), fold, {
 *   detectors: [detectors.iqr()],
 *   seed: 1,
 *   threshold: { rule: "quantile", contamination: 0.01 },
 *   now: () => 0,
 * });
 * assert.equal(scorers[0].name, "iqr");
 * assert.equal(scorers[0].scores.length, rows.length);
 * ```
 */
export async function judgeFold(
  data: EvaluationData,
  { train, validation, test }: MeterSplit,
  options: FoldOptions,
): Promise<JudgedFold> {
  const { detectors, onProgress } = options;
  const usualRows = rowsOfMeters(data.usual.meterIds, validation);
  const labelledRows = rowsOfMeters(data.judged.meterIds, validation);
  const rows = rowsOfMeters(data.judged.meterIds, test);
  const asked: FoldRows = {
    usual: selectRows(data.usual.x, usualRows),
    labelled: selectRows(data.judged.x, labelledRows),
    judged: selectRows(data.judged.x, rows),
  };
  const training = usualToLearnFrom(data, train);
  requireRows(training, asked.usual, { train, validation });
  const labels = Uint8Array.from(labelledRows, (row) => data.judged.label[row]);
  const { events: known } = data.judged;
  const events = known && Int32Array.from(labelledRows, (row) => known[row]);
  const sides = {
    usual: keysOf(data.usual, usualRows),
    labelled: { ...keysOf(data.judged, labelledRows), labels, events },
  };
  const truth: FoldTruth = {
    choose: (scores) => chooseThreshold(options.threshold, sides, scores, options.alarms),
    labels,
  };
  const scorers: FoldScores[] = [];
  const members: ScoredMember[] = [];
  const refused: Record<string, string> = {};
  for (const [d, detector] of detectors.entries()) {
    const report = (share: number) => onProgress?.((d + share) / detectors.length);
    await orRefused(refused, detector.name, async () => {
      const rows = detector.supervised ? rowsToLearnFrom(data, train) : { x: training };
      const { raw, ...times } = await scoreFitted(detector, rows, asked, options, report);
      members.push({ name: detector.name, raw, supervised: detector.supervised ?? false });
      scorers.push(foldScores(detector.name, "detector", raw, truth, times));
    });
    report(1);
  }
  for (const [name, floor] of Object.entries(floors)) {
    const score = (x: Matrix) => floor.anomalyScores(x, options.seed);
    const raw = {
      usual: score(asked.usual),
      labelled: score(asked.labelled),
      judged: score(asked.judged),
    };
    scorers.push(foldScores(name, "floor", raw, truth));
  }
  const ensembles = { seed: options.seed, ...truth };
  scorers.push(...await ensembleScores(members, ensembles, refused));
  return { rows, scorers, ablated: await meansWithout(members, ensembles), refused };
}

async function scoreFitted(
  detector: Detector,
  rows: Partial<RowsToLearn> & Pick<RowsToLearn, "x">,
  asked: FoldRows,
  { seed, now }: FoldOptions,
  report: (share: number) => void,
) {
  const inputs = inputsOf(detector);
  const onProgress = (share: number) => report(FIT_SHARE * share);
  const started = now();
  const { x, labels } = rows.fault === undefined
    ? rows
    : await evidentHours(detector, inputs, { x: rows.x, fault: rows.fault }, { seed, onProgress });
  const fitted = await detector.fit(selectColumns(x, inputs), { seed, labels, onProgress });
  const fitMs = now() - started;
  const score = (x: Matrix) => fitted.anomalyScores(selectColumns(x, inputs));
  const before = now();
  const judged = score(asked.judged);
  const scoreMs = now() - before;
  const raw = { usual: score(asked.usual), labelled: score(asked.labelled), judged };
  return { raw, fitMs, scoreMs };
}

function keysOf({ meterIds, ts }: FeatureRows, rows: Uint32Array) {
  return {
    meterIds: Array.from(rows, (row) => meterIds[row]),
    ts: Float64Array.from(rows, (row) => ts[row]),
  };
}

function requireRows(
  training: Matrix,
  held: Matrix,
  { train, validation }: Pick<MeterSplit, "train" | "validation">,
): void {
  const [meters, lacking] = training.rows === 0 ? [train, true] : [validation, held.rows === 0];
  if (!lacking) return;
  throw new RangeError(
    `Cannot fit to meters without usual hours, of which eight days are known before and the quality checks found nothing: [${
      meters.join(", ")
    }]`,
  );
}
