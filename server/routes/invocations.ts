/** `POST /invocations`: MLflow's scoring protocol, feature rows in and scores out. */
import { mlflowError } from "../error_shapes/mlflow_error.ts";
import { giveUpSignal } from "../middleware/time_limit.ts";
import { noteScored, noteVersion } from "../middleware/observe_requests.ts";
import { runPart } from "../observability/spans.ts";
import { overloaded } from "../openapi/operation.ts";
import { RequestError } from "../request_error.ts";
import { requestText } from "../request_text.ts";
import { invocationsSchema, predictionsSchema } from "../schemas/mlflow.ts";
import { mediaType } from "../scoring_protocol/content_type.ts";
import { csvToMatrix } from "../scoring_protocol/csv_rows.ts";
import { jsonToMatrix } from "../scoring_protocol/json_rows.ts";
import { predictionsJson } from "../scoring_protocol/predictions.ts";
import type { Route } from "./route.ts";
import { z } from "zod";

const READERS = { "application/json": jsonToMatrix, "text/csv": csvToMatrix } as const;
const ACCEPTED = ["application/json", "text/csv"] as const;

/** As many as `/api/v1/score` takes readings. */
const MAX_ROWS = 100_000;

/** `{"predictions": [{score, label, <member>…}]}`, one entry per row sent. */
export const invocations: Route = {
  method: "POST",
  path: "/invocations",
  summary: "Scores feature rows sent in one of MLflow's JSON forms or as CSV",
  errorShape: mlflowError,
  operation: {
    id: "invocations",
    tag: "mlflow",
    body: { "application/json": invocationsSchema, "text/csv": z.string() },
    answers: {
      200: {
        description: "One prediction per row",
        content: { "application/json": predictionsSchema },
      },
    },
    refusals: { 404: "No model is loaded", ...overloaded },
    examples: ({ model: { columns } }) => [
      {
        title: "A data frame by rows",
        body: { dataframe_split: { columns, data: [columns.map(() => 1)] } },
      },
      { title: "Records", body: { dataframe_records: [rowOf(columns)] } },
      { title: "Instances", body: { instances: [rowOf(columns)] } },
      {
        title: "Inputs by column",
        body: { inputs: Object.fromEntries(columns.map((name) => [name, [1]])) },
      },
      {
        title: "CSV",
        mediaType: "text/csv",
        body: `${columns.join(",")}\n${columns.map(() => 1).join(",")}\n`,
      },
    ],
  },
  async answer(c, { models, observations }) {
    using lease = models.lease();
    const { model } = lease;
    noteVersion(c, model);
    const read = READERS[mediaType(c.req.header("content-type"), ACCEPTED)];
    const x = await runPart("decode", async () => read(await requestText(c), model.columns));
    if (x.rows > MAX_ROWS) {
      throw new RequestError(
        400,
        `Cannot score the body: expected at most ${MAX_ROWS} rows, got ${x.rows}`,
      );
    }
    const scores = await model.session.score(x, { signal: giveUpSignal(c) });
    const { score, label } = scores;
    noteScored(c, observations, { model, features: x.values, scores: score, labels: label });
    const json = await runPart("encode", () => predictionsJson(scores, model.session.members));
    return c.body(json, 200, { "content-type": "application/json" });
  },
};

function rowOf(columns: readonly string[]): Record<string, number> {
  return Object.fromEntries(columns.map((name) => [name, 1]));
}
