/** `GET /health`: MLflow's probe. */
import { mlflowError } from "../error_shapes/mlflow_error.ts";
import { alive } from "./ping.ts";
import type { Route } from "./route.ts";

/** The same answer as `/ping`. */
export const health: Route = {
  method: "GET",
  path: "/health",
  summary: "200 while the server can score",
  errorShape: mlflowError,
  operation: {
    id: "health",
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
