/**
 * The charts for notebooks: each takes plain rows or a table.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { table } from "../tables/mod.ts";
 * import { dailyProfile } from "./mod.ts";
 * const hours = table([{ hour: 0, q1: 1, median: 2, q3: 3 }]);
 * assert.match(dailyProfile(hours, { title: "Usual day" }).svg, /Usual day/);
 * ```
 *
 * @module
 */
import * as charts from "../charts/mod.ts";
import { ofRows } from "./of_rows.ts";

export { palette, Plot, plot } from "../charts/mod.ts";
export type { Chart, ChartOptions, EventSpan, PlotSpec } from "../charts/mod.ts";
export type { ChartRows } from "./of_rows.ts";

/** Load over time with what was expected, anomalies and events: `ts`, `kwh`. */
export const loadChart = ofRows("loadChart", charts.loadChart, ["ts", "kwh"]);
/** A value per day of a year: `ts`, `value`. */
export const calendarHeatmap = ofRows("calendarHeatmap", charts.calendarHeatmap, ["ts", "value"]);
/** The usual day: `hour`, `q1`, `median`, `q3`. */
export const dailyProfile = ofRows("dailyProfile", charts.dailyProfile, [
  "hour",
  "q1",
  "median",
  "q3",
]);
/** The usual days of several meters: `meter`, `hour`, `q1`, `median`, `q3`. */
export const profileGrid = ofRows("profileGrid", charts.profileGrid, [
  "meter",
  "hour",
  "q1",
  "median",
  "q3",
]);
/** Precision against recall: `scorer`, `recall`, `precision`. */
export const precisionRecallChart = ofRows("precisionRecallChart", charts.precisionRecallChart, [
  "scorer",
  "recall",
  "precision",
]);
/** Scores over time with threshold and events: `ts`, `score`, `predicted`. */
export const scoreChart = ofRows("scoreChart", charts.scoreChart, ["ts", "score", "predicted"]);
/** How scores are spread: `score`, `share`, `hours`. */
export const scoreShareChart = ofRows("scoreShareChart", charts.scoreShareChart, [
  "score",
  "share",
  "hours",
]);
/** How well detectors rank: `name`, `roc_auc`, `average_precision`. */
export const detectorChart = ofRows("detectorChart", charts.detectorChart, [
  "name",
  "roc_auc",
  "average_precision",
]);
/** Who beats whom: `scorer`, `other`, `share`. */
export const winChart = ofRows("winChart", charts.winChart, ["scorer", "other", "share"]);
/** Drift by column: `column`, `severity`, `drifted`. */
export const driftChart = ofRows("driftChart", charts.driftChart, [
  "column",
  "severity",
  "drifted",
]);
/** Changes against their limits: `name`, `change`, `limit`, `flagged`. */
export const changeChart = ofRows("changeChart", charts.changeChart, [
  "name",
  "change",
  "limit",
  "flagged",
]);
/** A value per stretch of time: `ts`, `value`, `judged`. */
export const chunkChart = ofRows("chunkChart", charts.chunkChart, ["ts", "value", "judged"]);
/** What changes do: `name`, `effect`, `matters`. */
export const effectChart = ofRows("effectChart", charts.effectChart, ["name", "effect", "matters"]);
/** What features count for: `feature`, `importance`. */
export const importanceChart = ofRows("importanceChart", charts.importanceChart, [
  "feature",
  "importance",
]);
/** Figures of runs side by side: `run`, `metric`, `value`. */
export const runChart = ofRows("runChart", charts.runChart, ["run", "metric", "value"]);
