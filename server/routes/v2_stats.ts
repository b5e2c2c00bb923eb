/** `GET /v2/models/:model/stats`: what versions have answered, by Triton's statistics extension. */
import type { Context } from "hono";
import type { AppDeps } from "../deps.ts";
import { inferenceError } from "../error_shapes/inference_error.ts";
import { modelStatisticsJson } from "../inference_protocol/model_statistics_json.ts";
import type { Operation } from "../openapi/operation.ts";
import { modelStatisticsSchema } from "../schemas/inference.ts";
import { modelPaths, notLoaded } from "./model_paths.ts";
import type { Route } from "./route.ts";

const answers: Operation["answers"] = {
  200: {
    description: "By version; inference_count counts rows, execution_count batches",
    content: { "application/json": modelStatisticsSchema },
  },
};

/** Of all loaded versions, of those of a name, and of one. */
export const v2Stats: readonly Route[] = [
  {
    method: "GET",
    path: "/v2/models/stats",
    summary: "How often and how long all loaded versions have scored",
    errorShape: inferenceError,
    operation: { id: "statistics", tag: "inference", answers },
    answer,
  },
  ...modelPaths.map(({ path, parameters, suffix, example }): Route => ({
    method: "GET",
    path: `${path}/stats`,
    summary: `How often and how long ${
      suffix ? "a version has" : "the versions of a name have"
    } scored`,
    errorShape: inferenceError,
    operation: {
      id: `model${suffix}Statistics`,
      tag: "inference",
      parameters: { path: parameters },
      answers,
      refusals: notLoaded,
      examples: (facts) => [{ title: "The served model", path: example(facts) }],
    },
    answer,
  })),
];

function answer(c: Context, { models, observations: { statistics } }: AppDeps): Response {
  const asked = { name: c.req.param("model"), version: c.req.param("version") };
  // Refuses what is not loaded.
  if (asked.name !== undefined) models.lease(asked)[Symbol.dispose]();
  const versions = models.list().filter(({ name, version }) =>
    (asked.name ?? name) === name && (asked.version ?? version) === version
  );
  return c.json(
    modelStatisticsJson(
      versions.map(({ name: model, version }) => statistics.of({ model, version })),
    ),
  );
}
