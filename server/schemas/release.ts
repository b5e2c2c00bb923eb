/** What `GET /api/v1/release` answers. */
import { z } from "zod";

const sideSchema = z.object({
  version: z.string(),
  answers: z.int().describe("Of the last ones, at most 200"),
  error_share: z.number().min(0).max(1),
  p95_ms: z.number().describe("Milliseconds in which 95 of 100 answers were given"),
}).meta({ id: "ReleaseSide", description: "How a version answers" });

/**
 * The release under way.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(releaseSchema.parse({ release: null }), { release: null });
 * ```
 */
export const releaseSchema = z.object({
  release: z.object({
    model: z.string(),
    mode: z.enum(["shadow", "canary", "split"]),
    share: z.number().min(0).max(1).describe("Of requests, or of meters, that it answers"),
    halted: z.string().nullable().describe("Why the challenger no longer answers"),
    champion: sideSchema,
    challenger: sideSchema,
    comparison: z.object({
      outcome: z.enum(["undecided", "more_alerts", "fewer_alerts", "alike"]),
      ratio: z.number().describe("Days that the challenger alone marks per day of the champion"),
      low: z.number().describe("95 % sure at all times together: the ratio is at least this"),
      high: z.number().describe("…and at most this"),
      p_value: z.number().min(0).max(1).describe("Holds however often one looks"),
    }),
    hours: z.int().describe("Scored by both"),
    mean_score_difference: z.number(),
    days: z.object({
      quiet: z.int(),
      both: z.int(),
      champion_only: z.int(),
      challenger_only: z.int(),
    }).describe("Days of a meter that are over, by who marked an hour of them"),
  }).nullable().describe("Absent where no challenger is tried"),
}).meta({ id: "Release" });
