/** Reading artifacts through the server's proxy, or on this machine. */

import type { Received, RegistryClient } from "./client.ts";
import { localArtifacts } from "./local_artifacts.ts";
import { proxiedFile } from "./proxied_artifacts.ts";
import { type TransferOptions, watchedBytes, withoutFirst } from "./transfer_progress.ts";

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * The bytes of one file below an artifact URI.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is no such file.
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
 * const bytes = await downloadArtifact(client, uri, "note.txt");
 * assert.equal(new TextDecoder().decode(bytes), "hi");
 * ```
 */
export async function downloadArtifact(
  client: RegistryClient,
  artifactUri: string,
  path: string,
  options: TransferOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const body = await streamArtifact(client, artifactUri, path, options);
  return await new Response(body).bytes();
}

/**
 * The bytes of one file below an artifact URI, as they arrive.
 *
 * @param options.start Bytes to leave out, because an earlier download has them already. A server
 * that does not know ranges, as MLflow's own, sends them all the same; they are dropped here.
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is no such file.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { uploadArtifact } from "./artifact_upload.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const uri = "mlflow-artifacts:/0/run/artifacts";
 * await uploadArtifact(client, uri, "note.txt", new TextEncoder().encode("hello"));
 * const body = await streamArtifact(client, uri, "note.txt", { start: 2 });
 * assert.equal(await new Response(body).text(), "llo");
 * ```
 */
export async function streamArtifact(
  client: RegistryClient,
  artifactUri: string,
  path: string,
  options: TransferOptions & { readonly start?: number } = {},
): Promise<Bytes> {
  const { start = 0 } = options;
  const local = localArtifacts(artifactUri);
  const { body, total } = local === undefined
    ? await proxiedFrom(client, proxiedFile(artifactUri, path), start)
    : await local.read(path).then(({ body, size }) => ({
      body: withoutFirst(body, start),
      total: size,
    }));
  return watchedBytes(body, { done: start, ...(total === undefined ? {} : { total }) }, options);
}

async function proxiedFrom(client: RegistryClient, path: string, start: number) {
  const received = await client.stream({
    method: "GET",
    path,
    ...(start === 0 ? {} : { headers: { range: `bytes=${start}-` } }),
    repeatable: true,
  });
  const isPart = received.status === 206;
  return {
    body: isPart ? received.body : withoutFirst(received.body, start),
    total: totalOf(received),
  };
}

/** Of a part, `content-range` says it: `bytes 2-4/5`. */
function totalOf({ status, headers }: Received): number | undefined {
  // The length of what was packed for the way is not that of what comes out.
  if (headers.has("content-encoding")) return undefined;
  const text = status === 206
    ? headers.get("content-range")?.split("/")[1]
    : headers.get("content-length");
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}
