/**
 * Scoring as readings come in. Loads native libraries: a heavy entry.
 *
 * @module
 */
export { type ExplainedEvent, explainHours, type Reason } from "./explain_hours.ts";
export { type History, openHistory, type StoredSpan } from "./history.ts";
export { type LakeHistories, openLakeHistories } from "./lake_histories.ts";
export { OffGridError, type OffGridReading } from "./off_grid_error.ts";
export {
  createReadingScorer,
  type ReadingScorer,
  type ScoredReading,
  type ScoringModel,
} from "./score_readings.ts";
export { loadModel, type ServedModel } from "./served_model.ts";
