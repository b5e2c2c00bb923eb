/** `/upload-artifact`: the small files that MLflow's pages store. */

import { bodyLimit } from "hono/body-limit";
import type { Hono } from "hono";
import { artifactPathParts } from "./path_parts.ts";
import { artifactPlace } from "./place.ts";
import { readRunInfo } from "../records/runs.ts";
import type { ReadableStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";

const mostBytes = 10 * 1024 * 1024;

/**
 * Adds the endpoint, which is under `/ajax-api` alone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const app = new Hono();
 * app.onError((error) => new Response(error.message));
 * addArtifactUpload(app, store);
 * const path = "/ajax-api/2.0/mlflow/upload-artifact?path=a.txt";
 * const response = await app.request(path, { method: "POST", body: "hi" });
 * assert.equal(await response.text(), "Request must specify run_uuid.");
 * ```
 */
export function addArtifactUpload(app: Hono, store: ReadableStore): void {
  const limited = bodyLimit({
    maxSize: mostBytes,
    onError() {
      throw refusal("Artifact size is too large. Max size is 10MB.");
    },
  });
  app.post("/ajax-api/2.0/mlflow/upload-artifact", limited, async ({ req }) => {
    const runId = req.query("run_uuid");
    if (!runId) throw refusal("Request must specify run_uuid.");
    const path = req.query("path");
    if (!path) throw refusal("Request must specify path.");
    artifactPathParts(path);
    const bytes = new Uint8Array(await req.arrayBuffer());
    if (bytes.length === 0) throw refusal("Request must specify data.");
    const { artifact_uri } = readRunInfo(store.database, runId);
    const place = artifactPlace(store, artifact_uri, path);
    await place.files.write(place.path, ReadableStream.from([bytes]));
    return new Response("", { headers: { "content-type": "application/json" } });
  });
}

function refusal(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}
