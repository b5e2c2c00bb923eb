/** Artifacts: the files of runs and models, through the server's proxy or on this machine. */

import { z } from "zod";
import { proxiedPath } from "../artifact_uri.ts";
import { artifactParts } from "./artifact_parts.ts";
import type { Call, RegistryClient } from "./client.ts";
import { localArtifacts } from "./local_artifacts.ts";
import { int64, nothing } from "./wire.ts";

/** A file or directory below an artifact URI. */
export interface ArtifactEntry {
  /** Relative to the artifact URI that was listed, with `/` between its parts. */
  readonly path: string;
  readonly isDirectory: boolean;
  /** Bytes; absent for a directory. */
  readonly size?: number;
}

const proxied = "api/2.0/mlflow-artifacts/artifacts";

/**
 * Stores a file under an artifact URI, replacing it when it is there.
 *
 * @param artifactUri Of a run or a logged model: `mlflow-artifacts:/…`, or `file:///…` or a path
 * for a directory of this machine.
 * @param path Relative path below it, with `/` between its parts.
 * @param body Bytes, or a stream that is sent on without gathering it.
 * @throws {TypeError} When the URI is of another scheme.
 * @throws {RangeError} When the path leaves the artifact URI.
 * @throws {MlflowError} `INVALID_PARAMETER_VALUE` when the path is that of a directory.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const uri = "mlflow-artifacts:/0/run/artifacts";
 * await uploadArtifact(client, uri, "note.txt", new TextEncoder().encode("hi"));
 * assert.equal((await listArtifacts(client, uri))[0].size, 2);
 * ```
 */
export async function uploadArtifact(
  client: RegistryClient,
  artifactUri: string,
  path: string,
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const local = localArtifacts(artifactUri);
  if (local !== undefined) {
    return await local.write(path, body instanceof Uint8Array ? new Blob([body]).stream() : body);
  }
  await client.json({
    method: "PUT",
    path: `${proxied}/${encodedPath(artifactUri, path)}`,
    body,
    repeatable: true,
  }, nothing);
}

/**
 * The bytes of one file below an artifact URI.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is no such file.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const uri = "mlflow-artifacts:/0/run/artifacts";
 * await uploadArtifact(client, uri, "note.txt", new TextEncoder().encode("hi"));
 * const bytes = await downloadArtifact(client, uri, "note.txt");
 * assert.equal(new TextDecoder().decode(bytes), "hi");
 * ```
 */
export async function downloadArtifact(
  client: RegistryClient,
  artifactUri: string,
  path: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const body = await streamArtifact(client, artifactUri, path);
  return await new Response(body).bytes();
}

/**
 * The bytes of one file below an artifact URI, as they arrive.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is no such file.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const uri = "mlflow-artifacts:/0/run/artifacts";
 * await uploadArtifact(client, uri, "note.txt", new TextEncoder().encode("hi"));
 * const body = await streamArtifact(client, uri, "note.txt");
 * assert.equal(await new Response(body).text(), "hi");
 * ```
 */
export async function streamArtifact(
  client: RegistryClient,
  artifactUri: string,
  path: string,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const local = localArtifacts(artifactUri);
  if (local !== undefined) return await local.read(path);
  return await client.stream({
    method: "GET",
    path: `${proxied}/${encodedPath(artifactUri, path)}`,
    repeatable: true,
  });
}

/**
 * The files and directories directly below an artifact URI, or below a directory of it; none
 * when there is no such directory.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
  const path = partsOf(artifactUri, directory).join("/");
  const call: Call = { method: "GET", path: proxied, query: { path }, repeatable: true };
  const { files } = await client.json(call, listing);
  return files.map(({ path, is_dir, file_size }) => ({
    name: path,
    isDirectory: is_dir,
    size: file_size,
  }));
}

function encodedPath(artifactUri: string, path: string): string {
  return partsOf(artifactUri, path).map(encodeURIComponent).join("/");
}

/** The names by which the server's proxy knows an artifact. */
function partsOf(artifactUri: string, path: string): string[] {
  const root = proxiedPath(artifactUri);
  if (root !== undefined) return [...artifactParts(root), ...artifactParts(path)];
  throw new TypeError(
    `Cannot reach artifacts: expected mlflow-artifacts:/, file:/// or a path, got "${artifactUri}"`,
  );
}
