/** Gathers what the gates ask about a version: its package, its digests, its run. */

import { z } from "zod";
import {
  getDownloadUri,
  getRun,
  listArtifacts,
  MlflowError,
  type ModelVersion,
  type RegistryClient,
} from "../client/mod.ts";
import { sha256 } from "../digest.ts";
import type { ComparedFacts, FileDigest, VersionFacts } from "./facts.ts";
import { readArtifact, readJsonArtifact } from "./read_artifact.ts";
import { readEvaluation } from "./read_evaluation.ts";
import { readSignature } from "./read_signature.ts";

const digests = z.record(z.string(), z.string());
const profile = z.object({ columns: z.array(z.object({ column: z.string() })) });

/**
 * All that is known of a version. Every published file is read to tell its digest; nothing is
 * computed again: parity and time of scoring are those that its run logged.
 *
 * @throws {MlflowError} When the server refuses.
 * @throws {ZodError} When the tag `wattbook.digest` was not written by a training.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createModelVersion, createRegisteredModel, uploadArtifact } from "../client/mod.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * await uploadArtifact(client, source, "model.onnx", Uint8Array.of(1, 2, 3));
 * await createRegisteredModel(client, { name: "a" });
 * const version = await createModelVersion(client, { name: "a", source });
 * const { files, modelBytes } = await gatherFacts(client, version);
 * assert.deepEqual([files, modelBytes], [["model.onnx"], 3]);
 * ```
 */
export async function gatherFacts(
  client: RegistryClient,
  version: ModelVersion,
): Promise<VersionFacts> {
  const uri = await getDownloadUri(client, version);
  const files = (await listArtifacts(client, uri)).filter(({ isDirectory }) => !isDirectory);
  const metrics = await metricsOf(client, version.runId);
  return {
    ...await comparedFacts(client, version, uri),
    files: files.map(({ path }) => path),
    digests: await readDigests(client, version, uri),
    parityMaxAbsDiff: metrics.parity_max_abs_diff,
    modelBytes: files.find(({ path }) => path === "model.onnx")?.size,
    scoringMs: metrics.scoring_ms_per_1000_rows,
    profiledColumns: profile.safeParse(
      await readJsonArtifact(client, uri, "reference_profile.json"),
    ).data?.columns.length,
  };
}

/**
 * What a later version is compared with.
 *
 * @throws {MlflowError} When the server refuses.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createModelVersion, createRegisteredModel } from "../client/mod.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "a" });
 * const start = { name: "a", source: "mlflow-artifacts:/0/run/artifacts/model" };
 * const version = await createModelVersion(client, start);
 * assert.equal((await gatherComparedFacts(client, version)).version, "1");
 * ```
 */
export async function gatherComparedFacts(
  client: RegistryClient,
  version: ModelVersion,
): Promise<ComparedFacts> {
  return await comparedFacts(client, version, await getDownloadUri(client, version));
}

async function comparedFacts(
  client: RegistryClient,
  { version }: ModelVersion,
  uri: string,
): Promise<ComparedFacts> {
  const mlmodel = await readArtifact(client, uri, "MLmodel");
  return {
    version,
    signature: mlmodel && readSignature(new TextDecoder().decode(mlmodel)),
    evaluation: readEvaluation(await readJsonArtifact(client, uri, "evaluation.json")),
  };
}

async function readDigests(
  client: RegistryClient,
  { tags }: ModelVersion,
  uri: string,
): Promise<FileDigest[]> {
  const read: FileDigest[] = [];
  const published = digests.parse(JSON.parse(tags["wattbook.digest"] ?? "{}"));
  for (const [path, digest] of Object.entries(published)) {
    const bytes = await readArtifact(client, uri, path);
    const found = bytes && await sha256(bytes);
    read.push({ path, published: digest, ...(found === undefined ? {} : { found }) });
  }
  return read;
}

/** The metrics of a run; none where the version names no run or one that is not there. */
async function metricsOf(
  client: RegistryClient,
  runId: string,
): Promise<Readonly<Record<string, number | undefined>>> {
  if (runId === "") return {};
  try {
    return (await getRun(client, runId)).metrics;
  } catch (error) {
    if (error instanceof MlflowError && error.errorCode === "RESOURCE_DOES_NOT_EXIST") return {};
    throw error;
  }
}
