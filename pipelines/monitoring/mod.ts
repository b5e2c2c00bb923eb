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
import { features } from "./features.ts";
import type { MonitoringSection } from "./section.ts";

/** Every section, in the order of the report. */
export const sections: readonly MonitoringSection[] = [
  dataQuality,
  features,
];
