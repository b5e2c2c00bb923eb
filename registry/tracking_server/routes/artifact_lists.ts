/** `/artifacts/list` and its like for logged models: what lies below an artifact URI. */

import { requiredText, text } from "../requests/parameters.ts";
import { artifactPathParts } from "../artifacts/path_parts.ts";
import { wireFile } from "../artifacts/files.ts";
import { artifactPlace } from "../artifacts/place.ts";
import { readLoggedModel } from "../records/logged_models.ts";
import { orAbsent } from "../records/pairs.ts";
import { readRunInfo } from "../records/runs.ts";
import { runIdOf, runKey } from "../requests/run_key.ts";
import type { ReadableStore } from "../store.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const ofRun = defineRoute({
  method: "GET",
  path: "artifacts/list",
  parameters: { ...runKey, path: text },
  answer(store, { path = "", ...run }) {
    artifactPathParts(path);
    const { artifact_uri } = readRunInfo(store.database, runIdOf(run));
    return list(store, artifact_uri, path);
  },
});

const ofLoggedModel = defineRoute({
  method: "GET",
  path: "logged-models/:model_id/artifacts/directories",
  parameters: { model_id: requiredText, artifact_directory_path: text },
  answer(store, { model_id, artifact_directory_path }) {
    const { artifact_uri } = readLoggedModel(store.database, model_id).info;
    return list(store, artifact_uri, artifact_directory_path ?? "");
  },
});

/** The endpoints that list artifacts. */
export const artifactListRoutes: readonly Route[] = [ofRun, ofLoggedModel];

async function list(store: ReadableStore, uri: string, path: string): Promise<object> {
  const place = artifactPlace(store, uri, path);
  const above = artifactPathParts(path);
  const files = (await place.files.list(place.path)).map((file) => ({
    ...wireFile(file),
    path: [...above, file.path].join("/"),
  }));
  return { root_uri: uri, files: orAbsent(files) };
}
