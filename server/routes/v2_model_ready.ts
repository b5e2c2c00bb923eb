/** `GET /v2/models/:model/ready`: the protocol's probe of a model. */
import { inferenceError } from "../error_shapes/inference_error.ts";
import { requireReady } from "../middleware/drain.ts";
import { modelReadySchema } from "../schemas/inference.ts";
import { modelPaths, notLoaded } from "./model_paths.ts";
import type { Route } from "./route.ts";

/** `{"name", "ready": true}`, by name and by version: what is loaded has answered its example. */
export const v2ModelsReady: readonly Route[] = modelPaths.map((
  { path, parameters, suffix, noun, example },
): Route => ({
  method: "GET",
  path: `${path}/ready`,
  summary: `200 while ${noun} can score`,
  errorShape: inferenceError,
  operation: {
    id: `model${suffix}Ready`,
    tag: "inference",
    parameters: { path: parameters },
    answers: {
      200: { description: "It can score", content: { "application/json": modelReadySchema } },
    },
    refusals: { ...notLoaded, 503: "The server is stopping" },
    examples: (facts) => [{ title: "The served model", path: example(facts) }],
  },
  answer(c, { models }) {
    requireReady(c);
    using lease = models.lease({ name: c.req.param("model"), version: c.req.param("version") });
    return c.json({ name: lease.model.name, ready: true });
  },
}));
