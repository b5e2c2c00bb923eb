/** The figures of an evaluation with their intervals, as plain JSON. */
import {
  bootstrapIntervals,
  meterFigures,
  type MeterTally,
  type MetricName,
  metrics,
} from "../../models/mod.ts";
import type { EvaluationOptions, JudgedScorer, JudgedScorers } from "./evaluate_detectors.ts";
import type { EvaluationData } from "./labelled_rows.ts";
import type { ThresholdChoice } from "./threshold_choice.ts";

/** 95 % interval; `null` where the figure has no value. */
export type ReportedInterval = readonly [low: number | null, high: number | null];

/** Every metric by its name, and its interval by the name with `_ci`; `null` where it has none. */
export type ReportedFigures =
  & { readonly [Name in MetricName]: number | null }
  & { readonly [Name in MetricName as `${Name}_ci`]: ReportedInterval };

/** A detector's figures and how fast it is. */
export type DetectorFigures = ReportedFigures & {
  /** Mean time of a fit, seconds. */
  readonly fit_s: number;
  readonly score_rows_per_s: number;
};

/** An evaluation with all that is needed to read it. */
export interface EvaluationReport {
  readonly dataset: string;
  readonly dataset_digest: string;
  readonly labels: string;
  readonly protocol: string;
  readonly folds: number;
  readonly seed: number;
  /** How thresholds were chosen, on the validation meters of each fold. */
  readonly threshold: ThresholdChoice;
  readonly rows: number;
  readonly anomalous_rows: number;
  readonly meters: readonly string[];
  /** Meters without a row of each class: they count for events, not for rankings. */
  readonly meters_not_ranked: readonly string[];
  /** Meters that could not be judged. */
  readonly meters_left_out: readonly string[];
  /** Why a scorer is missing, by its name. */
  readonly refused: Readonly<Record<string, string>>;
  readonly detectors: Readonly<Record<string, DetectorFigures>>;
  readonly floors: Readonly<Record<string, ReportedFigures>>;
  readonly ensembles: Readonly<Record<string, ReportedFigures>>;
  /** All scorers again, without rows whose reading gives the label away. */
  readonly without_shortcut_rows: Readonly<Record<string, ReportedFigures>>;
}

/**
 * The report of an evaluation: row-wise figures are means over meters, figures of events pool the
 * events of all meters, intervals are percentiles over resampled meters.
 */
export function evaluationReport(
  data: EvaluationData,
  { protocol, seed, threshold }: EvaluationOptions,
  { rows, folds, scorers, refused }: JudgedScorers,
): EvaluationReport {
  const ofKind = <Figures>(
    kind: JudgedScorer["kind"],
    figures: (scorer: JudgedScorer) => Figures,
  ): Record<string, Figures> =>
    Object.fromEntries(
      scorers.filter((scorer) => scorer.kind === kind)
        .map((scorer) => [scorer.name, figures(scorer)]),
    );
  const plain = ({ meters }: JudgedScorer) => reportedFigures(meters, seed);
  const [{ meters }] = scorers;
  return {
    dataset: data.dataset,
    dataset_digest: data.digest,
    labels: data.labels,
    protocol,
    folds,
    seed,
    threshold,
    rows: rows.length,
    anomalous_rows: rows.reduce((sum, row) => sum + data.judged.label[row], 0),
    meters: meters.map(({ meterId }) => meterId),
    meters_not_ranked: meters.filter(({ ranking }) => ranking === null)
      .map(({ meterId }) => meterId),
    meters_left_out: data.leftOut,
    refused,
    detectors: ofKind("detector", (scorer) => ({
      ...plain(scorer),
      fit_s: scorer.fitSeconds,
      score_rows_per_s: Math.round(scorer.scoredRowsPerSecond),
    })),
    floors: ofKind("floor", plain),
    ensembles: ofKind("ensemble", plain),
    without_shortcut_rows: Object.fromEntries(
      scorers.flatMap(({ name, withoutShortcut }) =>
        withoutShortcut ? [[name, reportedFigures(withoutShortcut, seed)]] : []
      ),
    ),
  };
}

/**
 * The figures of some meters with their intervals.
 *
 * @param seed Seed of the resampling: scorers that share it are resampled alike.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const meter = {
 *   meterId: "a",
 *   hours: 168,
 *   ranking: null,
 *   trueEvents: 1,
 *   detected: 1,
 *   predictedEvents: 2,
 *   confirmed: 1,
 *   delayHours: 3,
 * };
 * const figures = reportedFigures([meter], 7);
 * assert.deepEqual([figures.event_precision, figures.event_precision_ci], [0.5, [0.5, 0.5]]);
 * assert.equal(figures.roc_auc, null);
 * ```
 */
export function reportedFigures(meters: readonly MeterTally[], seed: number): ReportedFigures {
  const figures = meterFigures(meters);
  const intervals = bootstrapIntervals(meters, meterFigures, { seed });
  const names = Object.keys(metrics) as MetricName[];
  // JSON has no NaN.
  const known = (value: number) => Number.isNaN(value) ? null : value;
  return Object.fromEntries(names.flatMap((name) => [
    [name, known(figures[name])],
    [`${name}_ci`, intervals[name].map(known)],
  ])) as unknown as ReportedFigures;
}
