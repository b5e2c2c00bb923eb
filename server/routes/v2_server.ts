/** `GET /v2`: the server as the Open Inference Protocol describes it. */
import { inferenceError } from "../error_shapes/inference_error.ts";
import { serverMetadataSchema } from "../schemas/inference.ts";
import type { Route } from "./route.ts";

/** `{"name", "version", "extensions"}`, the extensions by the names that Triton gives them. */
export const v2Server: Route = {
  method: "GET",
  path: "/v2",
  summary: "The server and the extensions of the protocol that it has",
  errorShape: inferenceError,
  operation: {
    id: "serverMetadata",
    tag: "inference",
    answers: {
      200: { description: "The server", content: { "application/json": serverMetadataSchema } },
    },
  },
  answer: (c) =>
    c.json({
      name: "wattbook",
      version: "1",
      extensions: ["binary_tensor_data", "model_repository", "statistics"],
    }),
};
