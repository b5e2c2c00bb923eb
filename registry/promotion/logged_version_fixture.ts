/** What the tests of promotion share: versions logged as training logs them, with figures told by hand. */

import {
  createLoggedModel,
  createModelVersion,
  createRun,
  ensureRegisteredModel,
  logBatch,
  logInputs,
  type ModelVersion,
  type RegistryClient,
  uploadArtifact,
} from "../client/mod.ts";
import { digestTag } from "../digest.ts";
import { packageFiles } from "../model_package.ts";

/** What is special about a version. */
export interface LoggedVersionOptions {
  readonly name?: string;
  /** Of the ensemble: all four judged figures. @default {0.5} */
  readonly figure?: number;
  /** Digest of the judged rows. */
  readonly dataDigest?: string;
  readonly columns?: readonly string[];
  readonly params?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  /** Event F1 by meter. */
  readonly byMeter?: Readonly<Record<string, number>>;
  readonly scoringMs?: number;
}

function figures(value: number) {
  return {
    event_precision: value,
    event_recall: value,
    event_f1: value,
    average_precision: value,
    detection_delay_h: null,
  };
}

/**
 * Logs a run and a model package and registers the next version.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withClient } from "../client/client_fixture.ts";
 * await withClient(async (client) => {
 *   assert.equal((await logVersion(client)).version, "1");
 * });
 * ```
 */
export async function logVersion(
  client: RegistryClient,
  {
    name = "energy",
    figure = 0.5,
    dataDigest = "da7a".repeat(16),
    columns = ["hour"],
    params = { seed: "1" },
    tags = {},
    byMeter = {},
    scoringMs = 4,
  }: LoggedVersionOptions = {},
): Promise<ModelVersion> {
  const { runId } = await createRun(client, { experimentId: "0", startTime: 0, tags });
  const logged = { "ensemble.event_f1": figure, parity_max_abs_diff: 2e-7 };
  const metrics = Object.entries({ ...logged, scoring_ms_per_1000_rows: scoringMs })
    .map(([key, value]) => ({ key, value, timestamp: 0, step: 0 }));
  await logBatch(client, runId, { params, metrics });
  await logInputs(client, runId, [
    { name: "hostel", digest: "00ff", sourceType: "wattbook", source: "{}" },
  ]);
  const start = { experimentId: "0", name, sourceRunId: runId };
  const { modelId, artifactUri } = await createLoggedModel(client, start);
  const files = packageFiles({
    modelId,
    runId,
    createdAt: 0,
    onnx: Uint8Array.of(8, 8),
    columns,
    members: ["iqr"],
    exampleRows: [],
    views: { "1_energy_load": "SELECT 1", "2_energy_hourly": `SELECT '${columns}'` },
    referenceProfile: { columns: columns.map((column) => ({ column })) },
    evaluation: {
      data_digest: dataDigest,
      ensemble: figures(figure),
      by_meter: Object.fromEntries(
        Object.entries(byMeter).map(([meter, value]) => [meter, figures(value)]),
      ),
    },
    modelCard: "# Card",
  });
  for (const [path, bytes] of files) await uploadArtifact(client, artifactUri, path, bytes);
  await ensureRegisteredModel(client, name);
  return await createModelVersion(client, {
    name,
    source: `models:/${modelId}`,
    runId,
    modelId,
    tags: { "wattbook.digest": await digestTag(files), "wattbook.dataset_digest": "00ff" },
  });
}
