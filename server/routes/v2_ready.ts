/** `GET /v2/health/ready`: the protocol's probe of a server that requests may be sent to. */
import { inferenceError } from "../error_shapes/inference_error.ts";
import { requireReady } from "../middleware/drain.ts";
import { RequestError } from "../request_error.ts";
import { readySchema } from "../schemas/inference.ts";
import type { Route } from "./route.ts";

/** `{"live": true, "ready": true}`, as the specification has one word and clients the other. */
export const v2Ready: Route = {
  method: "GET",
  path: "/v2/health/ready",
  summary: "200 while the server can score",
  errorShape: inferenceError,
  operation: {
    id: "serverReady",
    tag: "inference",
    answers: { 200: { description: "It can score", content: { "application/json": readySchema } } },
    refusals: { 503: "No model is loaded, or the server is stopping" },
  },
  answer(c, { models }) {
    requireReady(c);
    if (models.list().length > 0) return c.json({ live: true, ready: true });
    throw new RequestError(503, "Cannot score as no model is loaded", [], { "retry-after": "1" });
  },
};
