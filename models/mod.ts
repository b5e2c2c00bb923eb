/**
 * Pure numbers: detectors and what judges them. No files, no SQL, no network, no clock.
 *
 * The session that runs an ONNX model loads a native library and has its own entry,
 * `onnx/session.ts`.
 *
 * @module
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const x = matrix(["kwh", "hour"], [1.2, 0, 1.1, 1, 1.3, 2, 1.2, 3, 1.1, 4]);
 * const heldOut = matrix(["kwh", "hour"], [1.2, 1, 1.1, 2, 1.3, 3, 1.2, 0]);
 * const members = [{ detector: detectors.iqr() }, { detector: detectors.z_score() }];
 * const ensemble = await fitEnsemble(x, heldOut, members, { seed: 7 });
 * const { value } = quantileThreshold(ensemble.anomalyScores(heldOut), 0.1);
 * const [usual, odd] = ensemble.anomalyScores(matrix(["kwh", "hour"], [1.2, 2, 9, 2]));
 * assert.ok(usual < value && odd >= value);
 * ```
 */
export { type Matrix, matrix, requireColumns, selectColumns, selectRows } from "./matrix.ts";
export { quantile } from "./quantile.ts";
export { deriveSeed, random } from "./random.ts";
export { sampleIndices } from "./sample.ts";

export type { Detector, FitContext, FittedDetector } from "./detectors/detector.ts";
export { createDetector, type DetectorName, type DetectorSpec } from "./detectors/detector_spec.ts";
export { detectors, type DetectorState, restoreDetector } from "./detectors/mod.ts";
export type { Floor } from "./floors/floor.ts";
export { floors } from "./floors/mod.ts";

export { combineRows } from "./ensembles/combiners/combine_rows.ts";
export { calibrate, type Calibration, fitCalibration } from "./ensembles/calibration.ts";
export type { Combiner, FittedCombiner } from "./ensembles/combiners/combiner.ts";
export { combiners, type CombinerState, restoreCombiner } from "./ensembles/combiners/mod.ts";
export { probabilities } from "./ensembles/probabilities/mod.ts";
export type { Probability, ProbabilityMap } from "./ensembles/probabilities/probability.ts";
export {
  type EnsembleState,
  type FittedEnsemble,
  type FittedMember,
  restoreEnsemble,
} from "./ensembles/ensemble.ts";
export {
  type EnsembleMember,
  fitEnsemble,
  type FitEnsembleOptions,
} from "./ensembles/fit_ensemble.ts";

export type { Point, SearchSpace } from "./search/parameter.ts";
export { type SearchMethodName, searchMethods } from "./search/mod.ts";
export type { Proposal } from "./search/search_method.ts";
export { selectMembers } from "./search/select_members.ts";
export { type SearchedDetector, searchSpaces } from "./search/search_spaces.ts";

export { thresholds } from "./thresholds/mod.ts";
export { type QuantileThreshold, quantileThreshold } from "./thresholds/quantile.ts";
export { labelScores, type Threshold, type ValidationRows } from "./thresholds/threshold.ts";
export type { LabelledValidationRows } from "./thresholds/f_beta.ts";

export { type ColumnSample, columnSample } from "./drift/column_sample.ts";
export type { DriftTest } from "./drift/test_contract.ts";
export {
  type DriftColumn,
  type DriftReport,
  driftReport,
  type DriftReportOptions,
  type DriftRule,
  leastRows,
} from "./drift/drift_report.ts";
export type { DriftScore } from "./drift/compare_column.ts";
export { type DriftTestName, driftTests } from "./drift/mod.ts";
export { matchReference } from "./drift/match_reference.ts";
export { type ReferenceColumn, referenceColumn } from "./drift/reference_column.ts";
export {
  buildReferenceProfile,
  type ProfiledColumn,
  type ReferenceProfile,
} from "./drift/reference_profile.ts";
export type {
  ChangeDetector,
  ChangeState,
  UsualValues,
} from "./drift/sequential/change_detector.ts";
export { type ChangeDetectorName, changeDetectors } from "./drift/sequential/mod.ts";
export { watch } from "./drift/sequential/watch.ts";
export { judgeRows, type RowDriftScore } from "./drift/multivariate/judge_rows.ts";
export { type RowDriftTestName, rowDriftTests } from "./drift/multivariate/mod.ts";

export { dailyResiduals, type MeterDays } from "./load_drift/daily_residuals.ts";
export {
  type DriftSpans,
  judgeMeter,
  type LevelDrift,
  type UsualSite,
  usualSite,
} from "./load_drift/judge_site.ts";
export {
  type DaySpan,
  fitLoadBaseline,
  type LoadBaseline,
  type MeterHours,
} from "./load_drift/load_baseline.ts";
export { changeAt, level } from "./load_drift/level_changes.ts";
export { mostByChance } from "./load_drift/most_by_chance.ts";
export { stepDay } from "./load_drift/step_day.ts";

export {
  ensembleToOnnx,
  type ExportableEnsemble,
  type ModelContract,
  type Scores,
  type ScoringSession,
} from "./onnx/mod.ts";

export { aggregateAlarms, type AlarmRule } from "./alarms/aggregate_alarms.ts";
export {
  explain,
  type ExplainableScorer,
  type Explanation,
  type FeatureContribution,
} from "./explanations/explain.ts";
export { referenceRow } from "./explanations/reference_row.ts";

export {
  addEvent,
  type RateComparison,
  type RateVerdict,
  rateVerdict,
  startRateComparison,
} from "./experiments/rate_comparison.ts";

export {
  type ConfusionCounts,
  type ConfusionFigures,
  confusionFigures,
  expectedConfusion,
  sumConfusion,
} from "./estimation/expected_confusion.ts";

export { type ChunkJudgement, type ChunkTally, judgeChunks } from "./rates/judge_chunk.ts";
export { type EventRate, type RateChange, rateChange } from "./rates/rate_change.ts";
export { type UsualRange, usualRange } from "./rates/usual_range.ts";

export { eventRuns } from "./event_runs.ts";
export { type AnomalyEvent, findEvents, type ScoredRows } from "./events.ts";
export { averagePrecision } from "./metrics/average_precision.ts";
export { bootstrapIntervals, type Interval } from "./metrics/bootstrap.ts";
export { type EventOverlap, eventOverlap } from "./metrics/event_overlap.ts";
export { type MeterFigures, meterFigures } from "./metrics/meter_figures.ts";
export { type MeterRanking, type MeterTally, tallyMeters } from "./metrics/meter_tally.ts";
export type { EvaluationRows, Metric, MetricUnit } from "./metrics/metric.ts";
export { type MetricName, metrics } from "./metrics/mod.ts";
export { rocAuc } from "./metrics/roc_auc.ts";
