/** What interop tests share: a small model of our contract, packed and registered as training does. */

import {
  createLoggedModel,
  createModelVersion,
  createRun,
  digestTag,
  ensureRegisteredModel,
  finalizeLoggedModel,
  logBatch,
  logOutputs,
  packageFiles,
  promote,
  type RegistryClient,
  uploadArtifact,
} from "./mod.ts";

/** The package's facts that tests look for. */
export interface RegisteredPackage {
  readonly modelId: string;
  /** URI of the package's files. */
  readonly artifactUri: string;
  /** URI that names it by its alias. */
  readonly modelUri: string;
}

/**
 * Registers `onnx`, a model of the columns `change_1h` and `hour` and the members `iqr` and
 * `zscore`, as `models:/energy-anomaly@champion`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "./tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const made = await registerPackage(tracking.client, new Uint8Array([8, 8]));
 * assert.equal(made.modelUri, "models:/energy-anomaly@champion");
 * ```
 */
export async function registerPackage(
  client: RegistryClient,
  onnx: Uint8Array<ArrayBuffer>,
): Promise<RegisteredPackage> {
  const [experimentId, name] = ["0", "energy-anomaly"];
  const { runId } = await createRun(client, { experimentId, startTime: 1_700_000_000_000 });
  const start = { experimentId, name, sourceRunId: runId };
  const { modelId, artifactUri } = await createLoggedModel(client, start);
  const files = packageFiles({
    modelId,
    runId,
    createdAt: 1_700_000_000_000,
    onnx,
    columns: ["change_1h", "hour"],
    members: ["iqr", "zscore"],
    exampleRows: [[0.5, 13], [NaN, 14]],
    views: { energy_hourly: "SELECT 1" },
    referenceProfile: { columns: [{ column: "hour" }] },
    evaluation: {
      ensemble: { event_precision: 0.5, event_recall: 0.5, event_f1: 0.5, average_precision: 0.5 },
    },
    modelCard: "# Energy anomaly",
    metadata: { threshold: "0.5" },
  });
  for (const [path, bytes] of files) await uploadArtifact(client, artifactUri, path, bytes);
  await finalizeLoggedModel(client, modelId, "READY");
  await logOutputs(client, runId, [{ modelId, step: 0 }]);
  await ensureRegisteredModel(client, name);
  const { version } = await createModelVersion(client, {
    ...{ name, source: `models:/${modelId}`, runId, modelId },
    tags: { "wattbook.digest": await digestTag(files) },
  });
  await logBatch(client, runId, {
    metrics: [
      { key: "parity_max_abs_diff", value: 0, timestamp: 0, step: 0 },
      { key: "scoring_ms_per_1000_rows", value: 1, timestamp: 0, step: 0 },
    ],
  });
  const who = { reason: "First", by: "test", id: "1", now: 0 };
  await promote(client, { name, version, alias: "champion", ...who });
  return { modelId, artifactUri, modelUri: `models:/${name}@champion` };
}
