/** `GET /version`: which scoring protocol is spoken. */
import { mlflowError } from "../error_shapes/mlflow_error.ts";
import type { Route } from "./route.ts";

/** The MLflow release whose scoring protocol the server follows. */
export const PROTOCOL_VERSION = "3.11.1";

/** The bare version text, as MLflow's scoring server answers. */
export const version: Route = {
  method: "GET",
  path: "/version",
  summary: "The MLflow release whose scoring protocol is spoken",
  errorShape: mlflowError,
  operation: {
    id: "version",
    tag: "mlflow",
    answers: {
      200: {
        description: "The bare version, although it is called JSON, as in MLflow",
        content: { "application/json": null },
      },
    },
  },
  answer: () => new Response(PROTOCOL_VERSION, { headers: { "content-type": "application/json" } }),
};
