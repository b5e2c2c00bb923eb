/** `GET /ping`: MLflow's probe under the name that SageMaker asks for. */
import { mlflowError } from "../error_shapes/mlflow_error.ts";
import type { Route } from "./route.ts";

/** 200 while the process runs: a server without a model does not start. */
export const ping: Route = {
  method: "GET",
  path: "/ping",
  summary: "200 while the server can score",
  errorShape: mlflowError,
  operation: {
    id: "ping",
    tag: "mlflow",
    answers: {
      200: {
        description: "A line end, although it is called JSON, as in MLflow",
        content: { "application/json": null },
      },
    },
  },
  answer: alive,
};

/**
 * The answer of MLflow's probes: status 200, a line end as body.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(alive().status, 200);
 * ```
 */
export function alive(): Response {
  return new Response("\n", { headers: { "content-type": "application/json" } });
}
