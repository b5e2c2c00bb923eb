/**
 * What a notebook imports: `import { openDataset, sql } from "wattbook"`. What loads native libraries
 * is loaded by the first cell that needs it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { closeSession, sql } from "./mod.ts";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * const hours = await sql<{ hour: number }>`SELECT i AS hour FROM range(${3}) r(i) ORDER BY i`;
 * assert.deepEqual([...hours].map(({ hour }) => hour), [0, 1, 2]);
 * await closeSession();
 * ```
 *
 * @module
 */
export { type EventRow, eventsOf, type EventsOptions } from "./events_of.ts";
export { type KeyFigures, keyFigures } from "./key_figures.ts";
export {
  calendarHeatmap,
  changeChart,
  type Chart,
  type ChartOptions,
  chunkChart,
  dailyProfile,
  detectorChart,
  driftChart,
  effectChart,
  type EventSpan,
  importanceChart,
  loadChart,
  palette,
  Plot,
  plot,
  type PlotSpec,
  precisionRecallChart,
  profileGrid,
  runChart,
  scoreChart,
  scoreShareChart,
  winChart,
} from "./plots/mod.ts";
export type {
  Judged,
  LabelledHours,
  LabelledOptions,
  ScorerRow,
  ThresholdRule,
  Trained,
  TrainOptions,
} from "./modelling/mod.ts";
export type { FeatureDrift, MeterChange, Monitored, MonitorOptions } from "./monitoring/mod.ts";
export type { ProgressBar } from "./progress/mod.ts";
export type { Dataset, FeatureRow, Features, FileOptions } from "./session/mod.ts";
export type {
  ModelServer,
  ReadingRow,
  ReadingRows,
  ServedHour,
  ServedReason,
  ServedScores,
} from "./serving/mod.ts";
export { type Identifier, identifier, SqlError, type SqlInput } from "./sql/mod.ts";
export { type Table, table, type TableColumn, toMatrix, type Value } from "./tables/mod.ts";
export type {
  CompareOptions,
  GateRow,
  ModelRows,
  NotebookModel,
  Promoted,
  PromoteOptions,
  PromotionRow,
  RunComparison,
  RunsOptions,
} from "./tracking/mod.ts";
export {
  averagePrecision,
  combiners,
  createDetector,
  detectors,
  driftReport,
  driftTests,
  explain,
  fitEnsemble,
  labelScores,
  matrix,
  metrics,
  quantile,
  quantileThreshold,
  random,
  rocAuc,
  selectColumns,
  selectRows,
  thresholds,
} from "../models/mod.ts";
export { checks, faults, injectFaults, simulateHostel, sources } from "../data/mod.ts";
export * from "./this_notebook/mod.ts";
