/**
 * The pipelines and what they leave behind. Loads native libraries: a heavy entry.
 *
 * @module
 */
export type { Evaluation, Figures } from "./evaluate.ts";
export { evaluationTable } from "./evaluation_table.ts";
export { taughtByFaults } from "./fault_detector.ts";
export { ingest, type Ingested } from "./ingest.ts";
export { featureViews, leafViews } from "../features/mod.ts";
export { lastMonth, monthAfter } from "./months.ts";
export { openFeatures } from "./open_features.ts";
export { scoreLake } from "./score_lake.ts";
export { readScoring, scoringFile, type ScoringRecord } from "./scores_store.ts";
export { train, type TrainingOptions, type TrainingSummary } from "./training.ts";
