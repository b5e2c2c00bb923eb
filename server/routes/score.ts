/** `POST /api/v1/score`: raw readings in; features, scores and events out. */
import type { Reading } from "../../data/mod.ts";
import { UnknownMeterError } from "../../pipelines/mod.ts";
import { OffGridError } from "../../pipelines/realtime/mod.ts";
import { problemJson } from "../error_shapes/problem_json.ts";
import { parseJson } from "../json_text.ts";
import { modelChoice, modelParameters } from "../model_choice.ts";
import { giveUpSignal } from "../middleware/time_limit.ts";
import { noteScored, noteVersion } from "../middleware/observe_requests.ts";
import { runPart } from "../observability/spans.ts";
import { overloaded } from "../openapi/operation.ts";
import { offGrid, unknownMeter } from "../reading_faults.ts";
import { missingHistory } from "../missing_history.ts";
import { releasedResponse } from "../released_response.ts";
import { type FieldError, RequestError } from "../request_error.ts";
import { requestText } from "../request_text.ts";
import { scoredRows } from "../scored_rows.ts";
import { parseScoreRequest } from "../score_request.ts";
import { scoreAnswerSchema, scoreRequestSchema } from "../schemas/score.ts";
import { mediaType } from "../scoring_protocol/content_type.ts";
import type { Route } from "./route.ts";

/** `{model, scores, events}`; 404 names the first reading of a meter that nobody knows. */
export const score: Route = {
  method: "POST",
  path: "/api/v1/score",
  summary: "Scores raw readings of one or many meters and joins them to events",
  errorShape: problemJson,
  operation: {
    id: "score",
    tag: "scoring",
    parameters: { query: modelParameters },
    body: { "application/json": scoreRequestSchema },
    answers: {
      200: {
        description: "Every hour with a reading, by meter and time, and the events in them",
        content: { "application/json": scoreAnswerSchema },
      },
    },
    refusals: { 404: "A meter is unknown, or the model is not loaded", ...overloaded },
    examples: ({ meterId, ts, model: { name, version } }) => [
      { title: "An hour of a meter", body: { readings: [{ meter: meterId, ts, kwh: 1.5 }] } },
      {
        title: "An hour in which far too much was used",
        body: { readings: [{ meter: meterId, ts, kwh: 5000 }] },
      },
      {
        title: "An hour by a version of choice",
        query: { model: name, version },
        body: { readings: [{ meter: meterId, ts, kwh: 1.5 }] },
      },
    ],
  },
  async answer(c, deps) {
    mediaType(c.req.header("content-type"), ["application/json"]);
    const readings = await runPart(
      "decode",
      async () => parseScoreRequest(parseJson(await requestText(c)), deps.now()),
    );
    try {
      const choice = modelChoice(c);
      const giveUp = giveUpSignal(c);
      using lease = deps.models.lease(choice);
      noteVersion(c, lease.model);
      const parts = await runPart(
        "features",
        () => deps.releases.score(readings, c.get("requestId"), choice, giveUp),
      );
      giveUp?.throwIfAborted();
      for (const { model, hours } of parts) {
        noteScored(c, deps.observations, scoredRows(model, hours));
      }
      const lacking = await Promise.all(
        parts.map(({ model, hours }) => missingHistory(deps, model, hours)),
      );
      return c.json(
        await runPart("encode", () => releasedResponse(parts, readings, lacking.flat())),
      );
    } catch (error) {
      const fault = faultOf(error, readings);
      if (fault === undefined) throw error;
      const [status, field] = fault;
      throw new RequestError(status, `Cannot score ${field.field}: ${field.message}`, [field]);
    }
  },
};

function faultOf(
  error: unknown,
  readings: readonly Reading[],
): [status: 400 | 404, FieldError] | undefined {
  if (error instanceof OffGridError) {
    const [odd] = error.readings;
    return [400, offGrid(odd, `readings[${odd.place}].`)];
  }
  if (!(error instanceof UnknownMeterError)) return undefined;
  const [unknown] = error.meterIds;
  const place = readings.findIndex(({ meterId }) => meterId === unknown);
  return [404, unknownMeter(unknown, `readings[${place}].`)];
}
