/** `GET /v2/models/:model`: a model as the Open Inference Protocol describes it. */
import { inferenceError } from "../error_shapes/inference_error.ts";
import { modelMetadata } from "../inference_protocol/model_metadata.ts";
import { modelMetadataSchema } from "../schemas/inference.ts";
import { modelPaths, notLoaded } from "./model_paths.ts";
import type { Route } from "./route.ts";

/** `{"name", "versions", "platform", "inputs", "outputs"}`, by name and by version. */
export const v2Models: readonly Route[] = modelPaths.map((
  { path, parameters, suffix, noun, example },
): Route => ({
  method: "GET",
  path,
  summary: `The tensors of ${noun}`,
  errorShape: inferenceError,
  operation: {
    id: `model${suffix}Metadata`,
    tag: "inference",
    parameters: { path: parameters },
    answers: {
      200: {
        description: "The input tensor with the names of its columns, and the output tensors",
        content: { "application/json": modelMetadataSchema },
      },
    },
    refusals: notLoaded,
    examples: (facts) => [{ title: "The served model", path: example(facts) }],
  },
  answer(c, { models }) {
    using lease = models.lease({ name: c.req.param("model"), version: c.req.param("version") });
    const versions = models.list().filter(({ name }) => name === lease.model.name)
      .map(({ version }) => version);
    return c.json(modelMetadata(lease.model, versions));
  },
}));
