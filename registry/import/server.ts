/** Another tracking server as a source of runs. */

import { z } from "zod";
import { type Call, createClient, type QueryValue, type RegistryClient } from "../client/client.ts";
import { searchExperiments } from "../client/experiment_search.ts";
import { searchLoggedModels } from "../client/logged_model_search.ts";
import { metricHistory } from "../client/metric_history.ts";
import { MlflowError } from "../client/mlflow_error.ts";
import { searchModelVersions } from "../client/model_version_search.ts";
import { getDownloadUri } from "../client/model_versions.ts";
import { searchRegisteredModels } from "../client/registered_model_search.ts";
import { searchRuns } from "../client/run_search.ts";
import {
  type Bytes,
  type Listing,
  type RunSource,
  type SourceExperiment,
  type SourceFile,
  type SourceModel,
  type SourceRegisteredModel,
  type SourceRun,
  type SourceVersion,
  Unreadable,
} from "./run_source.ts";
import { nameFilter } from "./name_filter.ts";
import { fileList, modelMetricsRecord, runRecord } from "./server_records.ts";

const api = "api/2.0/mlflow";

/**
 * Opens a tracking server for reading. Its files are asked of the server itself, run by run, so
 * that it does not matter where it keeps them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const source = openServer(tracking.client);
 * assert.deepEqual(await Array.fromAsync(source.experiments()), [
 *   { id: "0", name: "Default", lifecycle: "active", tags: {} },
 * ]);
 * ```
 */
export function openServer(client: RegistryClient): RunSource {
  return {
    place: client.baseUrl.replaceAll("'", "%27"),
    experiments: () => experiments(client),
    runs: ({ id }) => runs(client, id),
    metricHistory: ({ id }, key) => metricHistory(client, { runId: id, key }),
    runFiles: ({ id }) =>
      files(client, {
        list: (path) => [`${api}/artifacts/list`, { run_id: id, path }],
        open: (path) => ["get-artifact", { run_id: id, path }],
      }),
    loggedModels: ({ id }) => loggedModels(client, id),
    async *modelMetrics({ id }) {
      const answer = z.object({ model: modelMetricsRecord });
      yield* (await client.json(get(`${api}/logged-models/${encodeURIComponent(id)}`), answer))
        .model;
    },
    modelFiles({ id }) {
      const artifacts = `logged-models/${encodeURIComponent(id)}/artifacts`;
      return files(client, {
        list: (path) => [`${api}/${artifacts}/directories`, { artifact_directory_path: path }],
        open: (path) => [`ajax-${api}/${artifacts}/files`, { artifact_file_path: path }],
      });
    },
    registeredModels: () => registeredModels(client),
  };
}

/**
 * Opens the tracking server of an address, which may hold a user and a password.
 *
 * @throws {TypeError} When it is not an http or https address.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { place } = openServerAt("http://ann:secret@127.0.0.1:5000/");
 * assert.equal(place, "http://127.0.0.1:5000");
 * ```
 */
export function openServerAt(address: string): RunSource {
  const url = new URL(address);
  const [username, password] = [url.username, url.password].map(decodeURIComponent);
  url.username = url.password = "";
  const credentials = username === "" ? undefined : { username, password };
  return openServer(createClient({ baseUrl: url.href, credentials }));
}

// In the order of their making, so that what is made meanwhile moves nothing to another page.
async function* experiments(client: RegistryClient): Listing<SourceExperiment> {
  const search = { view: "all", orderBy: ["creation_time ASC", "experiment_id ASC"] } as const;
  for await (const found of searchExperiments(client, search)) {
    const { experimentId, name, lifecycleStage, tags } = found;
    yield { id: experimentId, name, lifecycle: lifecycleStage, tags };
  }
}

async function* runs(client: RegistryClient, experimentId: string): Listing<SourceRun> {
  const search = {
    experimentIds: [experimentId],
    view: "all",
    orderBy: ["attributes.start_time ASC"],
    pageSize: 100,
  } as const;
  const answer = z.object({ run: runRecord });
  // The search of MLflow's server leaves out the models that a run read.
  for await (const { runId } of searchRuns(client, search)) {
    yield (await client.json(get(`${api}/runs/get`, { run_id: runId }), answer)).run;
  }
}

async function* loggedModels(
  client: RegistryClient,
  experimentId: string,
): Listing<SourceModel> {
  const orderBy = [{ field: "creation_timestamp" }];
  for await (
    const found of searchLoggedModels(client, { experimentIds: [experimentId], orderBy })
  ) {
    const { modelId, sourceRunId, name, modelType, status, params, tags } = found;
    const facts = { name, modelType, status, params, tags };
    yield { id: modelId, experimentId, runId: sourceRunId, ...facts };
  }
}

async function* registeredModels(client: RegistryClient): Listing<SourceRegisteredModel> {
  const seen = new Set<string>();
  // MLflow's server leaves prompts out unless they are asked for.
  for (const filter of [undefined, "tags.`mlflow.prompt.is_prompt` = 'true'"]) {
    for await (const found of searchRegisteredModels(client, { filter })) {
      const { name, description, tags, aliases } = found;
      if (seen.has(name)) continue;
      seen.add(name);
      const numbers = Object.entries(aliases).map(([alias, version]) => [alias, Number(version)]);
      const versions = await versionsOf(client, name);
      yield { name, description, tags, aliases: Object.fromEntries(numbers), versions };
    }
  }
}

async function versionsOf(client: RegistryClient, name: string): Promise<SourceVersion[]> {
  const versions: SourceVersion[] = [];
  for await (const found of searchModelVersions(client, { filter: nameFilter(name) })) {
    const { version, creationTime, description, source, runId, modelId, stage, tags } = found;
    const storage = await getDownloadUri(client, { name, version });
    const facts = { creationTime, description, source, storage, runId, modelId, stage, tags };
    versions.push({ version: Number(version), ...facts });
  }
  return versions.sort((a, b) => a.version - b.version);
}

type Address = readonly [path: string, query: Readonly<Record<string, QueryValue>>];

async function* files(
  client: RegistryClient,
  address: { list(path: string): Address; open(path: string): Address },
  folder = "",
): Listing<SourceFile> {
  for (
    const { path, isFolder, size } of await client.json(get(...address.list(folder)), fileList)
  ) {
    if (isFolder) yield* files(client, address, path);
    else yield { path, size, open: () => received(client, path, address.open(path)) };
  }
}

/** MLflow's server fails on some names, such as one with a letter that is not ASCII. */
async function received(client: RegistryClient, path: string, address: Address): Promise<Bytes> {
  try {
    return (await client.stream(get(...address))).body;
  } catch (error) {
    if (!(error instanceof MlflowError) || ![400, 404, 500].includes(error.status)) throw error;
    throw new Unreadable(path, error.message);
  }
}

function get(path: string, query?: Address[1]): Call {
  return { method: "GET", path, query, repeatable: true };
}
