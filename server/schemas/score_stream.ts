/** The lines that `POST /api/v1/score/stream` answers with. */
import { z } from "zod";
import type { ReadOnly } from "./read_only.ts";
import { eventSchema, modelVersionSchema, notScoredSchema, scoredHourSchema } from "./score.ts";

/**
 * One line of the answer, told apart by `type`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const line = { type: "model", model: { name: "energy-anomaly", version: "3" } };
 * assert.deepEqual(scoreStreamLineSchema.parse(line), line);
 * ```
 */
export const scoreStreamLineSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("model"), model: modelVersionSchema })
    .meta({ description: "The first line: the version that answers all of the stream" }),
  scoredHourSchema.extend({ type: z.literal("score") }).meta({ description: "A scored hour" }),
  notScoredSchema.extend({ type: z.literal("not_scored") })
    .meta({ description: "A reading that lies in no scored hour" }),
  eventSchema.extend({ type: z.literal("event") })
    .meta({ description: "An event, once no later hour can belong to it" }),
  z.object({
    type: z.literal("error"),
    line: z.int().min(1).describe("Number of the line at fault"),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })),
  }).meta({ description: "A line that cannot be scored; the stream goes on" }),
  z.object({ type: z.literal("failure"), detail: z.string() })
    .meta({ description: "The last line where the server cannot go on" }),
  z.object({
    type: z.literal("summary"),
    lines: z.int().min(0).describe("Lines read, blank ones too"),
    readings: z.int().min(0).describe("Readings taken"),
    scores: z.int().min(0),
    not_scored: z.int().min(0),
    events: z.int().min(0),
    errors: z.int().min(0),
    reason: z.string().optional()
      .describe("Why what may follow the lines was not read; absent where the body had ended"),
  }).meta({ description: "The last line of a stream, when all that was read is answered" }),
]).meta({ id: "ScoreStreamLine" });

/** One line of the answer. */
export type ScoreStreamLine = ReadOnly<z.infer<typeof scoreStreamLineSchema>>;
