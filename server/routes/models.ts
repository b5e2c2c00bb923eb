/** `GET /api/v1/models`: what is being served. */
import { problemJson } from "../error_shapes/problem_json.ts";
import { type ModelColumn, modelsSchema } from "../schemas/models.ts";
import type { ServedModel } from "../deps.ts";
import type { Route } from "./route.ts";

/** The loaded versions, and what the server follows with what went wrong last. */
export const models: Route = {
  method: "GET",
  path: "/api/v1/models",
  summary: "The loaded models, and the aliases that are followed",
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
  answer: (c, { models, loader }) =>
    c.json({
      models: models.list().map((model) => ({
        name: model.name,
        version: model.version,
        default: models.defaultOf(model.name) === model,
        run_id: model.runId,
        threshold: model.threshold,
        columns: describedColumns(model),
        members: model.session.members,
      })),
      followed: loader.followed(),
    }),
};

/** The columns with what the model's own feature views say of them. */
function describedColumns({ columns, views }: ServedModel): ModelColumn[] {
  const known = new Map(
    views.flatMap((view) => view.columns).map((column) => [column.name, column]),
  );
  return columns.map((name) => known.get(name) ?? { name });
}
