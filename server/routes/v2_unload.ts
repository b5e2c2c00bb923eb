/** `POST /v2/repository/models/:model/unload`: unloads what a name stands for. */
import { inferenceError } from "../error_shapes/inference_error.ts";
import { repositoryRequest, repositoryVersion } from "../inference_protocol/repository_request.ts";
import { requireOwnOrigin } from "../middleware/own_origin.ts";
import { requestBytes } from "../request_text.ts";
import { modelPath } from "../schemas/inference.ts";
import { notLoaded } from "./model_paths.ts";
import type { Route } from "./route.ts";
import { repositoryRefusals } from "./v2_load.ts";

/** An empty answer once its last request is answered; `version` names one of several. */
export const v2Unload: Route = {
  method: "POST",
  path: "/v2/repository/models/:model/unload",
  summary: "Unloads all versions of a model, or the one that is asked for",
  errorShape: inferenceError,
  operation: {
    id: "unloadModel",
    tag: "inference",
    parameters: { path: modelPath },
    answers: { 200: { description: "It is unloaded" } },
    refusals: { ...repositoryRefusals, ...notLoaded },
    // What an example would load or unload, other examples ask for.
    examples: () => [],
  },
  async answer(c, { loader }) {
    requireOwnOrigin(c);
    const request = repositoryRequest(await requestBytes(c));
    await loader.unload(c.req.param("model") ?? "", repositoryVersion(request, TRITON_PARAMETERS));
    return c.body(null, 200);
  },
};

/** Our models depend on none. */
const TRITON_PARAMETERS = ["unload_dependents"];
