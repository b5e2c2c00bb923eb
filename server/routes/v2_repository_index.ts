/** `POST /v2/repository/index`: which versions are loaded, or should have been. */
import { inferenceError } from "../error_shapes/inference_error.ts";
import { repositoryRequest } from "../inference_protocol/repository_request.ts";
import { requestBytes } from "../request_text.ts";
import { repositoryIndexSchema } from "../schemas/inference.ts";
import type { Route } from "./route.ts";

/** `[{"name", "version", "state", "reason"}]`; a body of `{"ready": true}` leaves READY ones. */
export const v2RepositoryIndex: Route = {
  method: "POST",
  path: "/v2/repository/index",
  summary: "The versions that are loaded, could not be loaded or were unloaded",
  errorShape: inferenceError,
  operation: {
    id: "repositoryIndex",
    tag: "inference",
    answers: {
      200: {
        description: "By name and version",
        content: { "application/json": repositoryIndexSchema },
      },
    },
    refusals: { 413: "The body is larger than what is read", 503: "The server is stopping" },
  },
  async answer(c, { loader }) {
    const { ready } = repositoryRequest(await requestBytes(c));
    const index = loader.index();
    return c.json(ready === true ? index.filter(({ state }) => state === "READY") : index);
  },
};
