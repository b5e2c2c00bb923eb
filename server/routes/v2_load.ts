/** `POST /v2/repository/models/:model/load`: loads what the registry has under a name. */
import { ModelLoadError } from "../engine/model_load_error.ts";
import { inferenceError } from "../error_shapes/inference_error.ts";
import { repositoryRequest, repositoryVersion } from "../inference_protocol/repository_request.ts";
import { requireOwnOrigin } from "../middleware/own_origin.ts";
import { RequestError } from "../request_error.ts";
import { requestBytes } from "../request_text.ts";
import { modelPath } from "../schemas/inference.ts";
import type { Route } from "./route.ts";

/** Why a request that changes what is loaded may be refused. */
export const repositoryRefusals = {
  403: "A page of another origin sent the request",
  413: "The body is larger than what is read",
  503: "The server is stopping",
} as const;

/** An empty answer once the version can score; the parameter `version` names another than the alias. */
export const v2Load: Route = {
  method: "POST",
  path: "/v2/repository/models/:model/load",
  summary: "Loads the version that a model's alias names, or the one that is asked for",
  errorShape: inferenceError,
  operation: {
    id: "loadModel",
    tag: "inference",
    parameters: { path: modelPath },
    answers: { 200: { description: "It is loaded" } },
    refusals: repositoryRefusals,
    // What an example would load or unload, other examples ask for.
    examples: () => [],
  },
  async answer(c, { loader }) {
    requireOwnOrigin(c);
    const version = repositoryVersion(repositoryRequest(await requestBytes(c)));
    try {
      await loader.load(c.req.param("model") ?? "", version);
    } catch (error) {
      if (error instanceof ModelLoadError) throw new RequestError(400, error.message);
      throw error;
    }
    return c.body(null, 200);
  },
};
