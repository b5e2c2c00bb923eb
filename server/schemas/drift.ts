/** What the routes of monitoring reports answer. */
import { z } from "zod";
import type { ReadOnly } from "./read_only.ts";

const verdictSchema = z.enum(["drift", "no_drift", "unknown"]);

const spanSchema = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime().describe("Exclusive"),
}).meta({ id: "TimeSpan" });

const reportSectionSchema = z.object({
  title: z.string(),
  verdict: verdictSchema.describe("`unknown` where it failed"),
  summary: z.string().describe("One sentence"),
  error: z.string().nullable().describe("Why it failed"),
  figures: z.looseObject({}).nullable().describe("Figures of this section's own, in snake case"),
}).meta({ id: "ReportSection", description: "One question about the window" });

/**
 * A monitoring report.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(driftReportSchema.safeParse({ id: "1" }).success, false);
 * ```
 */
export const driftReportSchema = z.object({
  id: z.string(),
  created: z.iso.datetime(),
  dataset: z.string(),
  model: z.string(),
  version: z.string(),
  window: spanSchema.describe("What was judged"),
  reference: spanSchema.describe("What it was judged by"),
  verdict: verdictSchema.describe(
    "Whether any section found drift; `unknown` where none could tell",
  ),
  sections: z.record(z.string(), reportSectionSchema).describe("By name, in the order of reading"),
}).meta({ id: "DriftReport", description: "What is different in a window of a dataset" });

/** A monitoring report. */
export type DriftReport = ReadOnly<z.infer<typeof driftReportSchema>>;
