/** What `POST /api/v1/score` takes and answers. */
import { z } from "zod";
import type { ReadOnly } from "./read_only.ts";

/** Most readings taken at once. */
export const MAX_READINGS = 100_000;
/** Far above any meter's hour, and within what the feature SQL holds exactly. */
export const MAX_KWH = 1e9;
/** Longest id of a meter. */
export const MAX_METER_LENGTH = 200;

/** A reading as it is sent. */
export const sentReadingSchema = z.strictObject({
  meter: z.string().min(1).max(MAX_METER_LENGTH).describe(
    "Id of a meter that the server has readings of",
  ),
  ts: z.iso.datetime({ offset: true, error: "expected an ISO 8601 time with zone" })
    .describe("Start of the interval, on the meter's grid"),
  kwh: z.number().min(0).max(MAX_KWH).describe("Energy used in the interval"),
}).meta({ id: "Reading", description: "Energy used in one interval of a meter" });

/** The body: readings of one or many meters, those of a meter within 31 days. */
export const scoreRequestSchema = z.strictObject({
  readings: z.array(sentReadingSchema).min(1).max(MAX_READINGS)
    .describe("Those of a meter lie within 31 days; of two for the same time the later one counts"),
}).meta({ id: "ScoreRequest" });

/** The version that answered. */
export const modelVersionSchema = z.object({ name: z.string(), version: z.string() })
  .meta({ id: "ModelVersion", description: "Which registered model answered" });

const time = z.iso.datetime();

/** One hour with what the model says about it. */
export const scoredHourSchema = z.object({
  meter: z.string(),
  ts: time.describe("Start of the hour"),
  kwh: z.number().describe("Load of the hour"),
  expected_kwh: z.number().nullable()
    .describe("Usual load of that hour of week; null when it is not in the last eight weeks"),
  score: z.number().min(0).max(1).describe("Higher is more anomalous"),
  label: z.literal([0, 1]).describe("1 when the score reaches the threshold"),
  member_scores: z.record(z.string(), z.number())
    .describe("Calibrated score of each member of the ensemble"),
  missing: z.array(z.string())
    .describe("Features without the history they need; the model takes them as usual"),
}).meta({ id: "ScoredHour" });

/** A reading that lies in no scored hour. */
export const notScoredSchema = z.object({
  meter: z.string(),
  ts: time,
  reason: z.string(),
}).meta({ id: "NotScored", description: "A reading that lies in no scored hour" });

/** Consecutive anomalous hours of a meter. */
export const eventSchema = z.object({
  meter: z.string(),
  start: time,
  end: time.describe("Exclusive"),
  hours: z.number(),
  peak_score: z.number().min(0).max(1),
  peak_ts: time.describe("Start of the hour with the highest score"),
  excess_kwh: z.number().nullable()
    .describe("Energy above the usual; null where that is not known"),
  reasons: z.array(
    z.object({
      feature: z.string(),
      value: z.number().nullable().describe("Of the peak; null where it is missing"),
      usual: z.number().nullable().describe("Median of the training data"),
      drop: z.number().describe("How much lower the score is with the usual value in its place"),
    }).meta({ id: "Reason", description: "A feature that makes an hour odd" }),
  ).describe("Of the peak, the weightiest first"),
}).meta({ id: "Event", description: "Consecutive anomalous hours of a meter" });

/**
 * The answer: every hour with a reading, by meter and time, and what they amount to.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const model = { name: "energy-anomaly", version: "3" };
 * const answer = { model, scores: [], not_scored: [], events: [], missing_history: [] };
 * assert.deepEqual(scoreAnswerSchema.parse(answer), answer);
 * ```
 */
export const scoreAnswerSchema = z.object({
  model: modelVersionSchema,
  scores: z.array(scoredHourSchema),
  not_scored: z.array(notScoredSchema),
  events: z.array(eventSchema),
  missing_history: z.array(
    z.object({
      meter: z.string(),
      hours: z.int().describe("How many of its scored hours lack features"),
      features: z.array(z.string()).describe("Those missing in any of them"),
      stored_from: time.nullable().describe("First hour that is stored of the meter"),
      stored_to: time.nullable().describe("End of the last one"),
    }).meta({
      id: "MissingHistory",
      description: "A meter of whose history the model lacked something; it takes that as usual",
    }),
  ),
  challenger: z.object({ name: z.string(), version: z.string(), meters: z.array(z.string()) })
    .optional().describe("The version that answered for these meters, where a split tries one"),
}).meta({ id: "ScoreAnswer" });

/** A reading as it is sent. */
export type SentReading = ReadOnly<z.infer<typeof sentReadingSchema>>;
/** The answer of a scoring. */
export type ScoreAnswer = ReadOnly<z.infer<typeof scoreAnswerSchema>>;
