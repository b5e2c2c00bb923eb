/** Endpoints that carry files instead of JSON. */

import { basename } from "node:path";
import type { Context, Hono } from "hono";
import { artifactAnswer } from "./answer.ts";
import { type ArtifactFiles, wireFile } from "./files.ts";
import { artifactPathParts } from "./path_parts.ts";
import { artifactPlace } from "./place.ts";
import { jsonAnswer } from "../json_answer.ts";
import { type Parameter, readParameters, requiredText, text } from "../requests/parameters.ts";
import { runIdOf, runKey } from "../requests/run_key.ts";
import { readLoggedModel } from "../records/logged_models.ts";
import { readVersionRow } from "../records/model_versions.ts";
import { orAbsent } from "../records/pairs.ts";
import { readRunInfo } from "../records/runs.ts";
import { pathBelow } from "./path_below.ts";
import type { TrackingStore } from "../store.ts";

/** A path that is judged before what it belongs to is looked up. */
const safePath: Parameter<string> = {
  ...requiredText,
  read(value) {
    const path = requiredText.read(value);
    artifactPathParts(path.value);
    return path;
  },
};

/**
 * Adds the endpoints that store, send, list and remove artifact files.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const app = new Hono();
 * addArtifactRoutes(app, store);
 * const url = "/api/2.0/mlflow-artifacts/artifacts/0/note.txt";
 * await app.request(url, { method: "PUT", body: "hi" });
 * assert.equal(await (await app.request(url)).text(), "hi");
 * ```
 */
export function addArtifactRoutes(app: Hono, store: TrackingStore): void {
  for (const api of ["/api", "/ajax-api"]) {
    addProxy(app, store, `${api}/2.0/mlflow-artifacts/artifacts`);
    app.get(`${api}/2.0/mlflow/logged-models/:model_id/artifacts/files`, async (context) => {
      const query = readParameters({ artifact_file_path: safePath }, context.req.query());
      const { info } = readLoggedModel(store.database, context.req.param("model_id"));
      return await send(context, store, info.artifact_uri, query.artifact_file_path);
    });
  }
  app.get("/get-artifact", async (context) => {
    const query = readParameters({ ...runKey, path: safePath }, context.req.query());
    const { artifact_uri } = readRunInfo(store.database, runIdOf(query));
    return await send(context, store, artifact_uri, query.path);
  });
  app.get("/model-versions/get-artifact", async (context) => {
    const shape = { path: safePath, name: requiredText, version: requiredText };
    const { name, version, path } = readParameters(shape, context.req.query());
    const { storage_location } = readVersionRow(store.database, name, version);
    return await send(context, store, storage_location, path);
  });
}

function addProxy(app: Hono, { artifacts }: TrackingStore, root: string): void {
  app.get(root, async (context) => {
    const { path } = readParameters({ path: text }, context.req.query());
    return jsonAnswer({ files: orAbsent((await artifacts.list(path ?? "")).map(wireFile)) });
  });
  app.get(`${root}/*`, (context) => file(context, artifacts, pathBelow(root, context.req.path)));
  app.put(`${root}/*`, async (context) => {
    const body = context.req.raw.body ?? ReadableStream.from<Uint8Array>([]);
    await artifacts.write(pathBelow(root, context.req.path), body);
    return jsonAnswer({});
  });
  app.delete(`${root}/*`, async (context) => {
    await artifacts.remove(pathBelow(root, context.req.path));
    return jsonAnswer({});
  });
}

function send(context: Context, store: TrackingStore, uri: string, path: string) {
  const place = artifactPlace(store, uri, path);
  return file(context, place.files, place.path);
}

async function file({ req }: Context, files: ArtifactFiles, path: string): Promise<Response> {
  // Hono answers HEAD by the routes of GET and drops the body, which would stay open for ever.
  const found = req.method === "HEAD" ? await files.look(path) : await files.open(path);
  return await artifactAnswer(basename(path), found, req.raw.headers);
}
