/**
 * Charts of plain rows as SVG. This folder alone knows Observable Plot and the DOM it draws on, and
 * it knows nothing else of the project.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { charts, loadChart } from "./mod.ts";
 * const { svg } = loadChart([{ ts: 0, kwh: 1 }, { ts: 3_600_000, kwh: 2 }], { width: 360 });
 * assert.ok(svg.startsWith("<svg"));
 * assert.equal(charts.load, loadChart);
 * ```
 *
 * @module
 */
import { calendarHeatmap } from "./calendar_heatmap.ts";
import { changeChart } from "./change_chart.ts";
import { chunkChart } from "./chunk_chart.ts";
import { dailyProfile } from "./daily_profile.ts";
import { detectorChart } from "./detector_chart.ts";
import { driftChart } from "./drift_chart.ts";
import { effectChart } from "./effect_chart.ts";
import { importanceChart } from "./importance_chart.ts";
import { loadChart } from "./load_chart.ts";
import { precisionRecallChart } from "./precision_recall_chart.ts";
import { profileGrid } from "./profile_grid.ts";
import { runChart } from "./run_chart.ts";
import { scoreChart } from "./score_chart.ts";
import { scoreShareChart } from "./score_share_chart.ts";
import { winChart } from "./win_chart.ts";

export { type Chart, type ChartFunction, type ChartOptions } from "./chart.ts";
export { calendarHeatmap, type DayRow } from "./calendar_heatmap.ts";
export { changeChart, type ChangeRow } from "./change_chart.ts";
export { chunkChart, type ChunkChartOptions, type ChunkRow } from "./chunk_chart.ts";
export { dailyProfile, type ProfileRow } from "./daily_profile.ts";
export { detectorChart, type DetectorRow } from "./detector_chart.ts";
export { JUPYTER_DISPLAY, standaloneSvg } from "./display.ts";
export { driftChart, type DriftRow } from "./drift_chart.ts";
export { effectChart, type EffectRow } from "./effect_chart.ts";
export type { EventSpan } from "./event_bands.ts";
export { importanceChart, type ImportanceRow } from "./importance_chart.ts";
export { loadChart, type LoadChartOptions, type LoadRow } from "./load_chart.ts";
export { palette } from "./palette.ts";
export { plot, type PlotSpec } from "./plot.ts";
export { precisionRecallChart, type PrecisionRecallRow } from "./precision_recall_chart.ts";
export { type MeterProfileRow, profileGrid } from "./profile_grid.ts";
export { runChart, type RunRow } from "./run_chart.ts";
export { scoreChart, type ScoreChartOptions, type ScoreRow } from "./score_chart.ts";
export { scoreShareChart, type ScoreShareRow } from "./score_share_chart.ts";
export { winChart, type WinRow } from "./win_chart.ts";

/** Observable Plot itself, for the marks of {@linkcode plot}. */
export * as Plot from "@observablehq/plot";

/** Every chart by name. */
export const charts = {
  load: loadChart,
  drift: driftChart,
  dailyProfile,
  calendar: calendarHeatmap,
  changes: changeChart,
  detectors: detectorChart,
  precisionRecall: precisionRecallChart,
  scoreShare: scoreShareChart,
  score: scoreChart,
  wins: winChart,
  chunks: chunkChart,
  effects: effectChart,
  importance: importanceChart,
  profiles: profileGrid,
  runs: runChart,
} as const;
