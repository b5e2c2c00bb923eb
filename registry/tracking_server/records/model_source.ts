/** Where a new model version's files really lie. */

import type { ReadableDatabase } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import { artifactPathParts } from "../artifact_path.ts";
import { readAliasedRow } from "./aliases.ts";
import { requireLoggedModel } from "./logged_models.ts";
import { readVersionRow } from "./model_versions.ts";
import { readRunInfo } from "./runs.ts";

/** What a new version comes from, as its request says it. */
export interface GivenSource {
  /** An artifact URI, `models:/m-…`, `models:/name/version` or `models:/name@alias`. */
  readonly source: string;
  readonly run_id?: string;
  readonly model_id?: string;
}

// A source may be as long as a body; an error need not repeat all of it.
const longestShown = 500;

/** Where a version's files lie, and the run that made them; empty when unknown. */
export interface ModelOrigin {
  readonly storage_location: string;
  readonly run_id: string;
}

/**
 * Follows the source of a new version to the URI of its files and the run that made them.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when the source leaves its root, is a path on
 * this machine outside of its run's artifacts, or is a `models:/` URI of no such form;
 * `RESOURCE_DOES_NOT_EXIST` when it names a model or run that is not there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * assert.deepEqual(modelOrigin(store.database, { source, run_id: "run" }), {
 *   storage_location: source,
 *   run_id: "run",
 * });
 * ```
 */
export function modelOrigin(database: ReadableDatabase, given: GivenSource): ModelOrigin {
  const { source, run_id, model_id } = given;
  const [, named] = /^models:\/(m-[^/@]+)$/.exec(source) ?? [];
  const modelId = named ?? model_id;
  const model = modelId ? requireLoggedModel(database, modelId) : undefined;
  return {
    storage_location: named !== undefined && model !== undefined
      ? model.artifact_uri
      : storageOf(database, given),
    run_id: run_id || model?.source_run_id || "",
  };
}

function storageOf(database: ReadableDatabase, { source, run_id }: GivenSource): string {
  const [, scheme, rest = ""] = /^([A-Za-z][\w+.-]+):\/*(.*)$/s.exec(source) ?? [];
  if (scheme === "models") {
    const [, name, version, alias] = /^([^/@]+)(?:\/(\d+)|@([^/@]+))$/.exec(rest) ?? [];
    if (version !== undefined) return readVersionRow(database, name, version).storage_location;
    if (alias !== undefined) return readAliasedRow(database, name, alias).storage_location;
    throw invalidSource(source);
  }
  requireWithinRoot(source, rest);
  if (scheme === undefined || scheme === "file") {
    const root = run_id ? readRunInfo(database, run_id).artifact_uri : undefined;
    const inside = root !== undefined && (source === root || source.startsWith(`${root}/`));
    if (!inside) throw invalidSource(source);
  }
  return source;
}

function requireWithinRoot(source: string, path: string): void {
  try {
    artifactPathParts(path);
  } catch (error) {
    throw error instanceof TrackingError ? invalidSource(source) : error;
  }
}

function invalidSource(source: string): TrackingError {
  return new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Invalid model version source: '${
      source.slice(0, longestShown)
    }'. A source must not leave its root, a path on the server's machine must lie in the artifacts of the run it comes from, and a model must be named as models:/m-…, models:/name/version or models:/name@alias`,
  );
}
