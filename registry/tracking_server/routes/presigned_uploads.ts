/** `/artifacts/presigned-upload-url`: an address in a cloud's storage, which no run here has. */

import { artifactPathParts } from "../artifacts/path_parts.ts";
import { integer, requiredText } from "../requests/parameters.ts";
import { readRunInfo } from "../records/runs.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const create = defineRoute({
  method: "POST",
  path: "artifacts/presigned-upload-url",
  parameters: { run_id: requiredText, path: requiredText, expiration: integer },
  answer({ database }, { run_id, path }) {
    artifactPathParts(path);
    const { artifact_uri } = readRunInfo(database, run_id);
    const scheme = /^(https?|mlflow-artifacts):/.exec(artifact_uri)?.[1];
    throw scheme === undefined
      ? new TrackingError(
        "NOT_IMPLEMENTED",
        "Presigned upload is not supported for the current artifact repository",
      )
      : new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Presigned upload is not supported for runs with proxied artifact storage (artifact URI scheme: ${scheme}). This endpoint requires a run with a direct cloud storage artifact URI.`,
      );
  },
});

/** The endpoint that refuses addresses. */
export const presignedUploadRoutes: readonly Route[] = [create];
