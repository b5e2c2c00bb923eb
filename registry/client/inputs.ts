/** What a run read and what it produced: data sets in, logged models out. */

import type { RegistryClient } from "./client.ts";
import { nothing, toPairs } from "./wire.ts";

/** A data set that a run read. */
export interface DatasetInput {
  readonly name: string;
  /** Digest of its content, at most 36 characters. */
  readonly digest: string;
  /** Kind of source, for example `local` or `http`. */
  readonly sourceType: string;
  /** Where it came from; JSON text by MLflow's custom. */
  readonly source: string;
  /** JSON text. */
  readonly schema?: string;
  /** JSON text, for example row counts. */
  readonly profile?: string;
  /** What the run used it for; MLflow's UI shows `mlflow.data.context`. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Records the data sets that a run read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun, getRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * const dataset = { name: "meters", digest: "d1", sourceType: "local", source: "{}" };
 * await logInputs(client, runId, [dataset]);
 * assert.equal((await getRun(client, runId)).datasets[0].digest, "d1");
 * ```
 */
export async function logInputs(
  client: RegistryClient,
  runId: string,
  datasets: readonly DatasetInput[],
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/log-inputs",
    json: {
      run_id: runId,
      datasets: datasets.map(({ tags = {}, sourceType, ...dataset }) => ({
        tags: toPairs(tags),
        dataset: { ...dataset, source_type: sourceType },
      })),
    },
    repeatable: true,
  }, nothing);
}

/**
 * Records the logged models that a run read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun, getRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * await logModelInputs(client, runId, ["m-1"]);
 * assert.deepEqual((await getRun(client, runId)).modelInputs, ["m-1"]);
 * ```
 */
export async function logModelInputs(
  client: RegistryClient,
  runId: string,
  modelIds: readonly string[],
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/log-inputs",
    json: { run_id: runId, models: modelIds.map((modelId) => ({ model_id: modelId })) },
    repeatable: true,
  }, nothing);
}

/**
 * Records the logged models that a run produced.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun, getRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * await logOutputs(client, runId, [{ modelId: "m-1", step: 0 }]);
 * assert.deepEqual((await getRun(client, runId)).modelOutputs, ["m-1"]);
 * ```
 */
export async function logOutputs(
  client: RegistryClient,
  runId: string,
  models: readonly { modelId: string; step: number }[],
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/outputs",
    json: {
      run_id: runId,
      models: models.map(({ modelId, step }) => ({ model_id: modelId, step })),
    },
    repeatable: true,
  }, nothing);
}
