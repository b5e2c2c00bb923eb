/** An evaluation as plain JSON: its figures with their intervals, and what is needed to read them. */
import type { AlarmRule } from "../../models/mod.ts";
import { type MemberGain, memberGain } from "./ablation.ts";
import type { JudgedScorer } from "./across_folds.ts";
import type { EvaluationOptions, JudgedScorers } from "./evaluate_detectors.ts";
import type { EvaluationData } from "./labelled_rows.ts";
import { type ReportedFigures, reportedFigures } from "./reported_figures.ts";
import type { ThresholdChoice } from "../steps/threshold_choice.ts";

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
  /** What made alarms of hours, which all figures of events are about; `null`: runs of hours. */
  readonly alarms: AlarmRule | null;
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
  /**
   * What each member adds to the ensemble `mean`: figures with it minus figures without it, all else
   * as it was. Empty where the mean has fewer than three members.
   */
  readonly ablation: Readonly<Record<string, MemberGain>>;
  /** All scorers again, without rows whose reading gives the label away. */
  readonly without_shortcut_rows: Readonly<Record<string, ReportedFigures>>;
}

/**
 * The report of an evaluation: row-wise figures are means over meters, figures of events pool the
 * events of all meters, intervals are percentiles over resampled meters.
 */
export function evaluationReport(
  data: EvaluationData,
  { protocol, seed, threshold, alarms }: EvaluationOptions,
  { rows, folds, scorers, ablated, refused }: JudgedScorers,
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
  const whole = scorers.find(({ name }) => name === "mean")?.meters ?? [];
  return {
    dataset: data.dataset,
    dataset_digest: data.digest,
    labels: data.labels,
    protocol,
    folds,
    seed,
    threshold,
    alarms: alarms ?? null,
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
    ablation: Object.fromEntries(
      ablated.map((mean) => [mean.name, memberGain(whole, mean.meters, seed)]),
    ),
    without_shortcut_rows: Object.fromEntries(
      scorers.flatMap(({ name, withoutShortcut }) =>
        withoutShortcut ? [[name, reportedFigures(withoutShortcut, seed)]] : []
      ),
    ),
  };
}
