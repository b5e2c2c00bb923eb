/** Whose files a page shows: those of a run, or those of a logged model. */

import type { FileInfo } from "../artifacts/files.ts";
import { readRunInfo } from "../records/runs.ts";
import type { TrackingStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import { pageHref } from "./links.ts";
import { readRoute } from "./route_data.ts";
import { runTitle } from "./run_title.ts";
import type { TrailStep } from "./trail.ts";

/** Somebody's files. */
export interface ArtifactOwner {
  /** What names the owner in the address of the artifact page. */
  readonly query: { readonly run_id: string } | { readonly model_id: string };
  readonly artifact_uri: string;
  /** The pages above the files. */
  readonly above: readonly TrailStep[];
  /** What lies directly in a directory. */
  list(store: TrackingStore, path: string): Promise<readonly FileInfo[]>;
  /** The address that sends a file. */
  fileHref(path: string): string;
}

/**
 * The files of a run.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is no such run.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.throws(() => runFiles(store, "none"), /Run with id=none not found/);
 * ```
 */
export function runFiles(store: TrackingStore, run_id: string): ArtifactOwner {
  const info = readRunInfo(store.database, run_id);
  const { artifact_uri, experiment_id } = info;
  return {
    query: { run_id },
    artifact_uri,
    above: [
      ["experiment", { id: experiment_id }, `Experiment ${experiment_id}`],
      ["run", { id: run_id }, runTitle(info)],
    ],
    async list(store, path) {
      return (await readRoute(store, "artifacts/list", { run_id, path })).files ?? [];
    },
    fileHref: (path) => pageHref("../get-artifact", { run_id, path }),
  };
}

/**
 * The files of a logged model.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is no such model.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * await assert.rejects(loggedModelFiles(store, "m-1"), /ID 'm-1' not found/);
 * ```
 */
export async function loggedModelFiles(
  store: TrackingStore,
  model_id: string,
): Promise<ArtifactOwner> {
  const { model } = await readRoute(store, "logged-models/:model_id", { model_id });
  const { artifact_uri, experiment_id, name } = model.info;
  const root = `../ajax-api/2.0/mlflow/logged-models/${encodeURIComponent(model_id)}`;
  return {
    query: { model_id },
    artifact_uri,
    above: [
      ["experiment", { id: experiment_id }, `Experiment ${experiment_id}`],
      ["logged-model", { id: model_id }, name],
    ],
    async list(store, path) {
      const asked = { model_id, artifact_directory_path: path };
      const endpoint = "logged-models/:model_id/artifacts/directories";
      return (await readRoute(store, endpoint, asked)).files ?? [];
    },
    fileHref: (path) => pageHref(`${root}/artifacts/files`, { artifact_file_path: path }),
  };
}

/**
 * The owner that the address of the artifact page names.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it names none or two;
 * `RESOURCE_DOES_NOT_EXIST` when there is no such owner.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * await assert.rejects(artifactOwner(store, {}), /expected one of run_id and model_id/);
 * ```
 */
export async function artifactOwner(
  store: TrackingStore,
  { run_id = "", model_id = "" }: { readonly run_id?: string; readonly model_id?: string },
): Promise<ArtifactOwner> {
  if (run_id !== "" && model_id === "") return runFiles(store, run_id);
  if (run_id === "" && model_id !== "") return await loggedModelFiles(store, model_id);
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    "Cannot show files: expected one of run_id and model_id",
  );
}
