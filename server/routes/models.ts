/** `GET /api/v1/models`: what is being served. */
import { problemJson } from "../error_shapes/problem_json.ts";
import type { Route } from "./route.ts";

/** `{"models": [{name, version, run_id, threshold, columns, members}]}`. */
export const models: Route = {
  method: "GET",
  path: "/api/v1/models",
  summary: "The served model: name, version, columns, members, threshold",
  errorShape: problemJson,
  answer: (c, { model }) =>
    c.json({
      models: [{
        name: model.name,
        version: model.version,
        run_id: model.runId,
        threshold: model.threshold,
        columns: model.columns,
        members: model.session.members,
      }],
    }),
};
