/**
 * The monitoring report: what is asked about a window of a dataset, section by section.
 *
 * @module
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { sections } from "./mod.ts";
 * assert.ok(sections.some(({ name }) => name === "features"));
 * ```
 */
import { dataQuality } from "./data_quality.ts";
import { featureEffect } from "./feature_effect.ts";
import { features } from "./features.ts";
import { meters } from "./meters.ts";
import { performance } from "./performance.ts";
import { predictions } from "./predictions.ts";
import type { MonitoringSection } from "./section.ts";

export { checkFiles, type CheckReport } from "./check_files.ts";
export type { FeatureFigures, FeaturesFigures } from "./features.ts";
export { makeReport, type ReportRequest } from "./make_report.ts";
export type { MeterFigures, MetersFigures } from "./meters.ts";
export { type MonitoringReport, monitorWindow, type StoredReport } from "./monitor_window.ts";
export { referenceSpan } from "./reference_span.ts";
export { renderers } from "./renderers/mod.ts";
export { exitCode, plainReport } from "./report.ts";
export { isReportId } from "./report_id.ts";
export {
  listReports,
  readLatestReport,
  readReport,
  reportFile,
  storeReport,
} from "./report_store.ts";
export type { MonitoringSection, Span, Verdict } from "./section.ts";

/** Every section, in the order of the report. */
export const sections: readonly MonitoringSection[] = [
  dataQuality,
  features,
  featureEffect,
  meters,
  predictions,
  performance,
];
