/**
 * How detectors are judged on labelled rows. Loads native libraries: a heavy entry.
 *
 * @module
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../../models/mod.ts";
 * import { neededFeatures } from "./mod.ts";
 * assert.ok(neededFeatures([detectors.iqr()]).columns.includes("residual_week"));
 * ```
 */
export type { JudgedScorer } from "./across_folds.ts";
export {
  evaluateDetectors,
  type EvaluationOptions,
  type JudgedScorers,
} from "./evaluate_detectors.ts";
export { type EvaluationReport, evaluationReport } from "./evaluation_report.ts";
export { openInjectedData } from "./injected_data.ts";
export type { EvaluationData } from "./labelled_rows.ts";
export { logEvaluation } from "./log_evaluation.ts";
export { type NeededFeatures, neededFeatures } from "./needed_features.ts";
