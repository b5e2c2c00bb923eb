/** What `GET /api/v1/drift/latest` answers. */
import { z } from "zod";

const driftScoreSchema = z.object({
  score: z.number(),
  threshold: z.number().describe("Of the training data's own chunks, never below the floor"),
  floor: z.number().describe("What sampling alone makes of the score at most, 19 times in 20"),
  drifted: z.boolean(),
}).meta({ id: "DriftScore", description: "What one test says about one column" });

/**
 * A drift report.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(driftReportSchema.safeParse({ rows: 0 }).success, false);
 * ```
 */
export const driftReportSchema = z.object({
  dataset: z.string(),
  model: z.string(),
  version: z.string(),
  from: z.iso.datetime().describe("Begin of the compared window"),
  to: z.iso.datetime().describe("End of the compared window, exclusive"),
  rows: z.int().min(0).describe("Rows compared"),
  columns: z.array(
    z.object({
      column: z.string(),
      tests: z.record(z.string(), driftScoreSchema),
      missing: z.boolean().describe("Whether it went missing"),
      drifted: z.boolean(),
      severity: z.number().describe("The highest score in units of its threshold"),
      referenceMedian: z.number().nullable(),
      currentMedian: z.number().nullable(),
    }).meta({ id: "DriftColumn" }),
  ).describe("By falling severity"),
  drifted: z.int().min(0).describe("Number of drifted columns"),
  share: z.number().min(0).max(1).describe("Share of drifted columns"),
  rules: z.array(z.enum(["columns_moved", "column_went_missing"])).describe("Those that fired"),
  drift: z.boolean().describe("Whether any rule fired"),
}).meta({ id: "DriftReport" });
