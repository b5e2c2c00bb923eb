/** Where a new model version's files really lie. */

import type { ReadableDatabase } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import { artifactPathParts } from "../artifacts/path_parts.ts";
import { localPath } from "../artifacts/local_uri.ts";
import { readAliasedRow } from "./aliases.ts";
import { type LoggedModelRow, requireLoggedModel } from "./logged_models.ts";
import { readVersionRow } from "./model_versions.ts";
import { readRunInfo } from "./runs.ts";

/** What a new version comes from, as its request says it. */
export interface GivenSource {
  /** An artifact URI, `models:/m-…`, `models:/name/version` or `models:/name@alias`. */
  readonly source: string;
  readonly run_id?: string;
  readonly model_id?: string;
  /** Whether it is a prompt's, whose source is a mere word. @default {false} */
  readonly isPrompt?: boolean;
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
  const stated = model_id ? requireLoggedModel(database, model_id) : undefined;
  const model = named === undefined ? stated : requireLoggedModel(database, named);
  return {
    storage_location: named !== undefined && model !== undefined
      ? model.artifact_uri
      : storageOf(database, given, model),
    run_id: run_id || model?.source_run_id || "",
  };
}

function storageOf(
  database: ReadableDatabase,
  given: GivenSource,
  model: LoggedModelRow | undefined,
): string {
  const { source, run_id, isPrompt } = given;
  const [, scheme, rest = ""] = /^([A-Za-z][\w+.-]*):\/*(.*)$/s.exec(source) ?? [];
  if (scheme === "models") {
    const [, name, version, alias] = /^([^/@]+)(?:\/(\d+)|@([^/@]+))$/.exec(rest) ?? [];
    if (version !== undefined) return readVersionRow(database, name, version).storage_location;
    if (alias !== undefined) return readAliasedRow(database, name, alias).storage_location;
    throw invalidSource(
      source,
      "A model must be named as models:/m-…, models:/name/version or models:/name@alias",
    );
  }
  if (isPrompt && scheme === undefined && !source.startsWith("/")) {
    // A word, never a way: it would be read as a path from the working directory.
    requireWithinRoot(source, source);
    return source;
  }
  const path = localPath(source);
  if (path === undefined) {
    requireWithinRoot(source, rest);
  } else if (isPrompt) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Invalid prompt source: '${shown(source)}'. Local source paths are not allowed for prompts.`,
    );
  } else {
    const owner = model ?? (run_id ? readRunInfo(database, run_id) : undefined);
    requireWithinOwner(source, path, owner?.artifact_uri, model === undefined ? "run" : "model");
  }
  return source;
}

function requireWithinOwner(
  source: string,
  path: string,
  ownerUri: string | undefined,
  owner: "run" | "model",
): void {
  const root = ownerUri === undefined ? undefined : localPath(ownerUri);
  if (root !== undefined && (path === root || path.startsWith(`${root}/`))) return;
  throw invalidSource(
    source,
    `To use a local path as a model version source, the ${owner}_id request parameter has to be specified and the local path has to be contained within the artifact directory of the run specified by the ${owner}_id.`,
  );
}

function requireWithinRoot(source: string, path: string): void {
  try {
    artifactPathParts(path);
  } catch (error) {
    if (!(error instanceof TrackingError)) throw error;
    throw invalidSource(
      source,
      "If supplying a source as an http, https, local file path, ftp, objectstore, or mlflow-artifacts uri, an absolute path must be provided without relative path references present. Please provide an absolute path.",
    );
  }
}

function invalidSource(source: string, rule: string): TrackingError {
  return new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Invalid model version source: '${shown(source)}'. ${rule}`,
  );
}

function shown(source: string): string {
  return source.slice(0, longestShown);
}
