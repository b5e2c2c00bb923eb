/** `POST /api/v1/score`: raw readings in; features, scores and events out. */
import { UnknownMeterError } from "../../pipelines/mod.ts";
import { OffGridError } from "../../pipelines/realtime/mod.ts";
import { problemJson } from "../error_shapes/problem_json.ts";
import { explainedEvents } from "../explained_events.ts";
import { parseJson } from "../json_text.ts";
import { modelChoice, modelParameters } from "../model_choice.ts";
import { overloaded } from "../openapi/operation.ts";
import { RequestError } from "../request_error.ts";
import { requestText } from "../request_text.ts";
import { parseScoreRequest } from "../score_request.ts";
import { scoreResponse } from "../score_response.ts";
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
    const readings = parseScoreRequest(parseJson(await requestText(c)), deps.now());
    using lease = deps.models.lease(modelChoice(c));
    try {
      const hours = await deps.scoreReadings(lease.model, readings);
      const events = await explainedEvents(lease.model, hours);
      return c.json(scoreResponse(lease.model, { hours, events }, readings));
    } catch (error) {
      if (error instanceof OffGridError) throw offGrid(error);
      if (!(error instanceof UnknownMeterError)) throw error;
      const place = readings.findIndex(({ meterId }) => meterId === error.meterId);
      const field = `readings[${place}].meter`;
      const message = `meter ${JSON.stringify(error.meterId)} is unknown`;
      throw new RequestError(404, `Cannot score ${field}: ${message}`, [{ field, message }]);
    }
  },
};

function offGrid({ place, ts, intervalMinutes }: OffGridError): RequestError {
  const field = `readings[${place}].ts`;
  const message = `expected a time on the meter's grid of ${intervalMinutes} minutes, got ${
    new Date(ts).toISOString()
  }`;
  return new RequestError(400, `Cannot score ${field}: ${message}`, [{ field, message }]);
}
