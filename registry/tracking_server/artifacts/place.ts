/** From an artifact URI to the files that this server may read and write behind it. */

import { isAbsolute, relative } from "node:path";
import { proxiedPath } from "../../artifact_uri.ts";
import type { ArtifactFiles } from "./files.ts";
import { artifactPathParts } from "./path_parts.ts";
import { localPath } from "./local_uri.ts";
import type { ReadableStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";

/** A place in a tree of artifact files. */
export interface ArtifactPlace {
  readonly files: ArtifactFiles;
  /** Relative to the root of `files`; empty for the root itself. */
  readonly path: string;
}

/**
 * Where a path below an artifact URI lies: behind the proxy, or in the local directory that new
 * experiments get.
 *
 * @param path Relative to the URI.
 * @throws {TrackingError} `NOT_IMPLEMENTED` for a URI of any other place: whoever names a location
 * does not make this server read it; `INVALID_PARAMETER_VALUE` when the path leaves its root.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { path } = artifactPlace(store, "mlflow-artifacts:/0/run/artifacts", "model/MLmodel");
 * assert.equal(path, "0/run/artifacts/model/MLmodel");
 * ```
 */
export function artifactPlace(store: ReadableStore, uri: string, path: string): ArtifactPlace {
  // Checked before it is joined, as "/etc" would pass behind a prefix.
  const parts = artifactPathParts(path);
  const { files, path: root } = rootPlace(store, uri);
  return { files, path: [root, ...parts].filter((part) => part !== "").join("/") };
}

function rootPlace({ artifacts, localArtifacts }: ReadableStore, uri: string): ArtifactPlace {
  const proxied = proxiedPath(uri) ?? addressedPath(uri);
  if (proxied !== undefined) return { files: artifacts, path: proxied };
  // What hides behind a fragment would not be below what the rest of the URI says, and a relative
  // path would be one from the working directory.
  const plain = /^(file:[^?#]*|\/[^]*)$/i.test(uri);
  const local = plain ? localPath(uri) : undefined;
  if (local !== undefined && localArtifacts !== undefined) {
    const path = relative(localArtifacts.directory, local);
    if (path.split("/")[0] !== ".." && !isAbsolute(path)) {
      return { files: localArtifacts.files, path };
    }
  }
  throw new TrackingError(
    "NOT_IMPLEMENTED",
    `Cannot reach artifacts: expected a URI mlflow-artifacts:/… or one below the default artifact root, got '${uri}'`,
  );
}

/** The path behind the address of a proxy, which is taken to be this server's own. */
function addressedPath(uri: string): string | undefined {
  return /^https?:\/\/[^?#]*?\/api\/2\.0\/mlflow-artifacts\/artifacts\/([^?#]*)$/.exec(uri)?.[1];
}
