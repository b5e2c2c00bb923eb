/** The artifacts that a run or a model has: what there is, and what goes. */

import { z } from "zod";
import { artifactParts } from "./artifact_parts.ts";
import type { Call, RegistryClient } from "./client.ts";
import { localArtifacts } from "./local_artifacts.ts";
import { artifactEndpoint, proxiedFile, proxiedParts } from "./proxied_artifacts.ts";
import { int64, nothing } from "./wire.ts";

/** A file or directory below an artifact URI. */
export interface ArtifactEntry {
  /** Relative to the artifact URI that was listed, with `/` between its parts. */
  readonly path: string;
  readonly isDirectory: boolean;
  /** Bytes; absent for a directory. */
  readonly size?: number;
}

/**
 * The files and directories directly below an artifact URI, or below a directory of it; none
 * when there is no such directory.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { uploadArtifact } from "./artifact_upload.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const uri = "mlflow-artifacts:/0/run/artifacts";
 * await uploadArtifact(client, uri, "note.txt", new TextEncoder().encode("hi"));
 * assert.deepEqual(await listArtifacts(client, uri), [
 *   { path: "note.txt", isDirectory: false, size: 2 },
 * ]);
 * ```
 */
export async function listArtifacts(
  client: RegistryClient,
  artifactUri: string,
  directory = "",
): Promise<ArtifactEntry[]> {
  const local = localArtifacts(artifactUri);
  const entries = local === undefined
    ? await listProxied(client, artifactUri, directory)
    : await local.list(directory);
  return entries.map(({ name, isDirectory, size }) => ({
    path: [...artifactParts(directory), name].join("/"),
    isDirectory,
    ...(isDirectory ? {} : { size }),
  }));
}

const listing = z.object({
  files: z.array(z.object({
    path: z.string(),
    is_dir: z.boolean().default(false),
    file_size: int64.optional(),
  })).default([]),
});

async function listProxied(client: RegistryClient, artifactUri: string, directory: string) {
  const path = proxiedParts(artifactUri, directory).join("/");
  const call: Call = { method: "GET", path: artifactEndpoint, query: { path }, repeatable: true };
  const { files } = await client.json(call, listing);
  return files.map(({ path, is_dir, file_size }) => ({
    name: path,
    isDirectory: is_dir,
    size: file_size,
  }));
}

/**
 * Removes a file below an artifact URI, or a directory with all that is in it. What is not there
 * may stay so.
 *
 * @throws {RangeError} When the path is empty or leaves the artifact URI.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { uploadArtifact } from "./artifact_upload.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const uri = "mlflow-artifacts:/0/run/artifacts";
 * await uploadArtifact(client, uri, "plots/load.svg", new TextEncoder().encode("<svg/>"));
 * await deleteArtifact(client, uri, "plots");
 * assert.deepEqual(await listArtifacts(client, uri), []);
 * ```
 */
export async function deleteArtifact(
  client: RegistryClient,
  artifactUri: string,
  path: string,
): Promise<void> {
  if (artifactParts(path).length === 0) {
    throw new RangeError(`Cannot delete an artifact: expected a path, got "${path}"`);
  }
  const local = localArtifacts(artifactUri);
  if (local !== undefined) return await local.remove(path);
  await client.json({
    method: "DELETE",
    path: proxiedFile(artifactUri, path),
    repeatable: true,
  }, nothing);
}
