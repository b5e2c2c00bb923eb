/** One side of a comparison: a version and the run that made it, or a run alone. */

import { z } from "zod";
import {
  getDownloadUri,
  getLoggedModel,
  getRun,
  type ModelVersion,
  type RegistryClient,
  type Run,
} from "../../client/mod.ts";
import { findVersion, isRunId } from "../find_version.ts";
import { readJsonArtifact } from "../read_artifact.ts";
import { readEvaluation } from "../read_evaluation.ts";

/** All that is compared of a version or run. */
export interface Side {
  /** Such as `version 2` or `run 0af…`. */
  readonly title: string;
  readonly version?: string;
  readonly aliases: readonly string[];
  readonly runId?: string;
  /** Start of the run, ISO 8601, UTC. */
  readonly startedAt?: string;
  readonly params: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, number>>;
  /** Digests of data and of the views that make the features, by what they are of. */
  readonly data: Readonly<Record<string, string>>;
  /** Digest of the judged rows; figures can be compared where both have the same. */
  readonly judgedRows?: string;
  readonly commit?: string;
  /** Figures of the ensemble on each meter. */
  readonly byMeter: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * Gathers a side.
 *
 * @param name Registered model.
 * @param word Number of a version, an alias, or the id of a run, registered or not.
 * @throws {MlflowError} When there is no such version, alias or run.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../../tracking_server/mod.ts";
 * import { logVersion } from "../logged_version_fixture.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { name } = await logVersion(tracking.client, { params: { seed: "7" } });
 * const side = await gatherSide(tracking.client, name, "1");
 * assert.deepEqual([side.title, side.params], ["version 1", { seed: "7" }]);
 * ```
 */
export async function gatherSide(
  client: RegistryClient,
  name: string,
  word: string,
): Promise<Side> {
  const version = await findVersion(client, name, word);
  const runId = version === undefined && isRunId(word) ? word : version?.runId || undefined;
  const run = runId === undefined ? undefined : await getRun(client, runId);
  const uri = await packageUri(client, version, run);
  const evaluation = uri === undefined
    ? undefined
    : readEvaluation(await readJsonArtifact(client, uri, "evaluation.json"));
  const commit = run?.tags["mlflow.source.git.commit"];
  return {
    title: version === undefined ? `run ${runId}` : `version ${version.version}`,
    ...(version === undefined ? {} : { version: version.version }),
    aliases: version?.aliases ?? [],
    ...(run === undefined ? {} : { runId: run.runId }),
    ...(run?.startTime === undefined ? {} : { startedAt: new Date(run.startTime).toISOString() }),
    params: run?.params ?? {},
    metrics: run?.metrics ?? {},
    data: dataOf(version, run),
    ...(evaluation?.dataDigest === undefined ? {} : { judgedRows: evaluation.dataDigest }),
    ...(commit === undefined ? {} : { commit }),
    byMeter: evaluation?.byMeter ?? {},
  };
}

async function packageUri(
  client: RegistryClient,
  version: ModelVersion | undefined,
  run: Run | undefined,
): Promise<string | undefined> {
  if (version !== undefined) return await getDownloadUri(client, version);
  const modelId = run?.modelOutputs.at(-1);
  return modelId === undefined ? undefined : (await getLoggedModel(client, modelId)).artifactUri;
}

const digests = z.record(z.string(), z.string());

function dataOf(version: ModelVersion | undefined, run: Run | undefined): Record<string, string> {
  const published = digests.parse(JSON.parse(version?.tags["wattbook.digest"] ?? "{}"));
  const whole = run?.tags["wattbook.dataset_digest"] ?? version?.tags["wattbook.dataset_digest"];
  const features = run?.tags["wattbook.feature_version"];
  return {
    ...Object.fromEntries(
      (run?.datasets ?? []).map(({ name, digest }) => [`dataset ${name}`, digest]),
    ),
    ...(whole === undefined ? {} : { "dataset digest": whole }),
    ...(features === undefined ? {} : { "feature version": features }),
    ...Object.fromEntries(
      Object.entries(published).filter(([path]) => path.startsWith("features/")),
    ),
  };
}
