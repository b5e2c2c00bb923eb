/** `GET /api/v1/models`: what is being served. */
import { problemJson } from "../error_shapes/problem_json.ts";
import { modelsSchema } from "../schemas/models.ts";
import type { Route } from "./route.ts";

/** `{"models": [{name, version, default, run_id, threshold, columns, members}]}`. */
export const models: Route = {
  method: "GET",
  path: "/api/v1/models",
  summary: "The served models: name, version, columns, members, threshold",
  errorShape: problemJson,
  operation: {
    id: "models",
    tag: "models",
    answers: {
      200: {
        description: "By name and then by version number",
        content: { "application/json": modelsSchema },
      },
    },
  },
  answer: (c, { models }) =>
    c.json({
      models: models.list().map((model) => ({
        name: model.name,
        version: model.version,
        default: models.defaultOf(model.name) === model,
        run_id: model.runId,
        threshold: model.threshold,
        columns: model.columns,
        members: model.session.members,
      })),
    }),
};
