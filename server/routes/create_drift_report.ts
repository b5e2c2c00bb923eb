/** `POST /api/v1/drift/reports`: makes a report of a window. */
import { problemJson } from "../error_shapes/problem_json.ts";
import { fieldErrors } from "../field_errors.ts";
import { parseJson } from "../json_text.ts";
import { ReportUnderWayError } from "../reports/report_under_way_error.ts";
import { RequestError } from "../request_error.ts";
import { requestText } from "../request_text.ts";
import { driftReportSchema } from "../schemas/drift.ts";
import { newReportSchema } from "../schemas/drift_reports.ts";
import { mediaType } from "../scoring_protocol/content_type.ts";
import type { Route } from "./route.ts";

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 28;

/** Answers with the report once it is there; one at a time, apart from what scores. */
export const createDriftReport: Route = {
  method: "POST",
  path: "/api/v1/drift/reports",
  summary: "Reports what is different in a window, and keeps the report",
  errorShape: problemJson,
  operation: {
    id: "createDriftReport",
    tag: "drift",
    description: "Judges the window for the version that answers by default, by what that was " +
      "trained on. Takes seconds to minutes and answers when the report is there; it is made to " +
      "the end, and listed, also when nobody waits for it. There is one at a time.",
    body: { "application/json": newReportSchema },
    answers: {
      201: {
        description: "The report; `Location` leads to it",
        content: { "application/json": driftReportSchema },
      },
    },
    refusals: {
      404: "No model is loaded",
      409: "Another report is being made: wait for it",
    },
    examples: ({ ts }) => {
      const to = Math.floor(Date.parse(ts) / DAY_MS) * DAY_MS;
      const [first, end] = [to - WINDOW_DAYS * DAY_MS, to]
        .map((at) => new Date(at).toISOString().slice(0, 10));
      return [{ title: "The last four weeks", body: { from: first, to: end } }];
    },
  },
  async answer(c, deps) {
    mediaType(c.req.header("content-type"), ["application/json"]);
    const window = readWindow(parseJson(await requestText(c)));
    using lease = deps.models.lease();
    try {
      const report = await deps.reports.make(lease.model, window);
      return c.json(report, 201, { location: `/api/v1/drift/reports/${report.id}` });
    } catch (error) {
      if (error instanceof ReportUnderWayError) throw new RequestError(409, error.message);
      throw error;
    }
  },
};

function readWindow(body: unknown): { from: number; to: number } {
  const window = newReportSchema.safeParse(body);
  if (window.success) {
    return { from: Date.parse(window.data.from), to: Date.parse(window.data.to) };
  }
  const errors = fieldErrors(window.error.issues, []);
  const [{ field, message }] = errors;
  throw new RequestError(400, `Cannot report on ${field}: ${message}`, errors);
}
