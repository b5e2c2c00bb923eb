/** Storing artifacts through the server's proxy, or on this machine. */

import type { RegistryClient } from "./client.ts";
import { localArtifacts } from "./local_artifacts.ts";
import { proxiedFile } from "./proxied_artifacts.ts";
import type { SizedStream } from "./sized_stream.ts";
import { type TransferOptions, watchedBytes } from "./transfer_progress.ts";
import { nothing } from "./wire.ts";

/**
 * Stores a file under an artifact URI, replacing it when it is there.
 *
 * @param artifactUri Of a run or a logged model: `mlflow-artifacts:/…`, or `file:///…` or a path
 * for a directory of this machine.
 * @param path Relative path below it, with `/` between its parts.
 * @param body Bytes, or a stream of known size that is sent on without gathering it. A stream, or
 * bytes whose progress is told, are sent once; other bytes again when the server fails.
 * @throws {TypeError} When the URI is of another scheme, or a stream is not of its size.
 * @throws {RangeError} When the path leaves the artifact URI.
 * @throws {MlflowError} `INVALID_PARAMETER_VALUE` when the path is that of a directory.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { listArtifacts } from "./artifacts.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
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
  body: Uint8Array<ArrayBuffer> | SizedStream,
  options: TransferOptions = {},
): Promise<void> {
  const local = localArtifacts(artifactUri);
  const { size, stream } = body instanceof Uint8Array
    ? { size: body.length, stream: new Blob([body]).stream() }
    : body;
  const watched = watchedBytes(stream, { done: 0, total: size }, options);
  if (local !== undefined) return await local.write(path, watched);
  const isPlain = body instanceof Uint8Array && options.onProgress === undefined;
  await client.json({
    method: "PUT",
    path: proxiedFile(artifactUri, path),
    body: isPlain ? body : { size, stream: watched },
    repeatable: true,
  }, nothing);
}
