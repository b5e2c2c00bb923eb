/** What the routes of lists and of new monitoring reports take and answer. */
import { z } from "zod";
import { driftReportSchema } from "./drift.ts";
import type { ReadOnly } from "./read_only.ts";

/** Most reports listed at once. */
export const MAX_LISTED = 50;
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

const idSchema = z.string().regex(/^\d{8}T\d{9}Z-[0-9a-f]{8}$/, {
  error: "expected an id such as 20240801T093000000Z-00c0ffee",
});

/** The path of one report. */
export const reportPathSchema = z.object({ id: idSchema });

/** The query of the list. */
export const reportListQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_LISTED).default(20).describe("Most to list"),
  before: idSchema.optional().describe("Only reports that are older than this one"),
});

/** Reports without what their sections found in numbers, the latest first. */
export const reportListSchema = z.object({
  reports: z.array(
    driftReportSchema.omit({ sections: true }).meta({ id: "DriftReportSummary" }),
  ),
}).meta({ id: "DriftReportList" });

const timeSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: "expected a day such as 2024-03-01 or an ISO 8601 time with zone",
});

/** The window to report on. */
export const newReportSchema = z.strictObject({
  from: timeSchema.describe("A day, UTC, or a time"),
  to: timeSchema.describe("Exclusive"),
}).refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
  error: "expected an end after the begin",
  path: ["to"],
}).refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MAX_DAYS * DAY_MS, {
  error: `expected at most ${MAX_DAYS} days`,
  path: ["to"],
}).meta({ id: "NewDriftReport", description: "The window to report on, at most 366 days" });

/** What to list. */
export type DriftReportQuery = ReadOnly<z.input<typeof reportListQuerySchema>>;
/** Reports without their sections. */
export type DriftReportList = ReadOnly<z.infer<typeof reportListSchema>>;
/** The window to report on. */
export type NewDriftReport = ReadOnly<z.input<typeof newReportSchema>>;
