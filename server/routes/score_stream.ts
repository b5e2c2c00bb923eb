/** `POST /api/v1/score/stream`: readings in, line by line; scores and events out, as they are known. */
import type { Context } from "hono";
import type { ScoredReading } from "../deps.ts";
import { problemJson } from "../error_shapes/problem_json.ts";
import { HungUpError, isCutBody } from "../hung_up_error.ts";
import { stoppingSignal } from "../middleware/drain.ts";
import { noteScored } from "../middleware/observe_requests.ts";
import { modelChoice, modelParameters } from "../model_choice.ts";
import { overloaded } from "../openapi/operation.ts";
import { RequestError } from "../request_error.ts";
import { scoredRows } from "../scored_rows.ts";
import type { ScoreStreamLine } from "../schemas/score_stream.ts";
import { scoreStreamLineSchema } from "../schemas/score_stream.ts";
import { sentReadingSchema } from "../schemas/score.ts";
import { mediaType } from "../scoring_protocol/content_type.ts";
import { incomingLines } from "../score_stream/incoming_lines.ts";
import { ndjsonBody } from "../score_stream/ndjson_body.ts";
import { scoreStream as answerLines } from "../score_stream/score_stream.ts";
import type { Route } from "./route.ts";

const NDJSON = "application/x-ndjson";

/** NDJSON both ways; the answer begins before the body has ended. */
export const scoreStream: Route = {
  method: "POST",
  path: "/api/v1/score/stream",
  summary: "Scores readings as they come, a JSON object a line",
  errorShape: problemJson,
  streams: true,
  operation: {
    id: "scoreStream",
    tag: "scoring",
    description: "Each line of the body is a reading. Of a meter, times rise and lie within 31 " +
      "days; meters may come in any order. The lines of the answer tell what one request with all " +
      "of the readings is answered: an hour once a reading of a later hour has come, an event " +
      "once no hour can belong to it any more, and the rest when the body ends. A line that " +
      "cannot be scored is answered by an error with its number, and the stream goes on. The last " +
      "line is a summary, or a failure where the server cannot go on. A server that stops answers " +
      "what it has read, and the summary says so. Of a stream, 500,000 " +
      "readings are taken, and lines of up to 4096 bytes.",
    parameters: { query: modelParameters },
    body: { [NDJSON]: { line: sentReadingSchema } },
    answers: {
      200: {
        description: "A line for the model, then what is known as it is known, then a summary",
        content: { [NDJSON]: { line: scoreStreamLineSchema } },
      },
    },
    refusals: { 404: "The model is not loaded", ...overloaded },
    examples: ({ meterId, ts }) => [{
      title: "Two hours of a meter",
      body: [-3_600_000, 0].map((before) => ({
        meter: meterId,
        ts: new Date(Date.parse(ts) + before).toISOString(),
        kwh: 1.5,
      })).map((reading) => `${JSON.stringify(reading)}\n`).join(""),
    }],
  },
  answer(c, deps) {
    mediaType(c.req.header("content-type"), [NDJSON]);
    const lease = deps.models.lease(modelChoice(c));
    const abort = new AbortController();
    const hungUp = () => {
      if (abort.signal.aborted) return;
      abort.abort(new HungUpError());
      deps.observations.metrics.rejected("hung_up");
    };
    const { signal } = c.req.raw;
    signal.addEventListener("abort", hungUp);
    const stopping = stoppingSignal(c);
    const lines = incomingLines(bodyOf(c), abort.signal, {
      stopping,
      onFailed: (error) => isCutBody(error) && hungUp(),
    });
    const requestId: string = c.get("requestId");
    const { model } = lease;
    const noteHours = (hours: readonly ScoredReading[]) =>
      noteScored(c, deps.observations, scoredRows(model, hours));
    const watch = { onScored: noteHours, signal: abort.signal, stopping };
    const body = ndjsonBody(answerLines(lines, model, deps, watch), {
      onCancel: hungUp,
      onEnd() {
        // By default Deno aborts the signal of an answered request, too.
        signal.removeEventListener("abort", hungUp);
        lease[Symbol.dispose]();
      },
      failureLine(error): ScoreStreamLine {
        const told = abort.signal.aborted ? abort.signal.reason : error;
        if (told instanceof RequestError) return { type: "failure", detail: told.message };
        deps.reportFailure(error, requestId);
        return {
          type: "failure",
          detail: `Cannot answer as the server failed: request ${requestId}`,
        };
      },
    });
    return c.body(body, 200, { "content-type": NDJSON });
  },
};

/** No body is one without lines. */
function bodyOf(c: Context): ReadableStream<Uint8Array> {
  return c.req.raw.body ?? new ReadableStream({ start: (controller) => controller.close() });
}
