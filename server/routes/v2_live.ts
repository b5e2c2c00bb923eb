/** `GET /v2/health/live`: the protocol's probe of a process. */
import { inferenceError } from "../error_shapes/inference_error.ts";
import { liveSchema } from "../schemas/inference.ts";
import type { Route } from "./route.ts";

/** `{"live": true}` while the process answers at all. */
export const v2Live: Route = {
  method: "GET",
  path: "/v2/health/live",
  summary: "200 while the server runs",
  errorShape: inferenceError,
  operation: {
    id: "serverLive",
    tag: "inference",
    answers: { 200: { description: "It runs", content: { "application/json": liveSchema } } },
  },
  answer: (c) => c.json({ live: true }),
};
