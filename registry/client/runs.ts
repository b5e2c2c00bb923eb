/** Runs: one execution of a pipeline, with all that it logged. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { type Metric, metric } from "./metrics.ts";
import { allPages, pageOf } from "./pages.ts";
import { int64, nothing, pairs, toPairs } from "./wire.ts";

/** How far a run has come. */
export type RunStatus = "RUNNING" | "SCHEDULED" | "FINISHED" | "FAILED" | "KILLED";

/** One execution and what it logged. */
export interface Run {
  readonly runId: string;
  readonly runName: string;
  readonly experimentId: string;
  readonly status: RunStatus;
  /** Epoch milliseconds, UTC. */
  readonly startTime?: number;
  /** Epoch milliseconds, UTC; absent while the run goes on. */
  readonly endTime?: number;
  /** URI under which the run's artifacts lie. */
  readonly artifactUri: string;
  readonly lifecycleStage: "active" | "deleted";
  /** The latest value of each metric, by key. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly params: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Ids of the logged models that the run produced. */
  readonly modelOutputs: readonly string[];
  /** The data sets that the run read. */
  readonly datasets: readonly { name: string; digest: string; tags: Record<string, string> }[];
}

const statuses = ["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"] as const;

const info = z.object({
  run_id: z.string(),
  run_name: z.string().default(""),
  experiment_id: z.string(),
  status: z.enum(statuses),
  start_time: int64.optional(),
  end_time: int64.optional(),
  artifact_uri: z.string().default(""),
  lifecycle_stage: z.enum(["active", "deleted"]),
});

const data = z.object({ metrics: z.array(metric).default([]), params: pairs, tags: pairs });

const inputs = z.object({
  dataset_inputs: z.array(z.object({
    tags: pairs,
    dataset: z.object({ name: z.string(), digest: z.string() }),
  })).default([]),
});

const outputs = z.object({
  model_outputs: z.array(z.object({ model_id: z.string() })).default([]),
});

const run: z.ZodType<Run> = z.object({
  info,
  data: data.default({ metrics: [], params: {}, tags: {} }),
  inputs: inputs.default({ dataset_inputs: [] }),
  outputs: outputs.default({ model_outputs: [] }),
}).transform((json) => ({
  runId: json.info.run_id,
  runName: json.info.run_name,
  experimentId: json.info.experiment_id,
  status: json.info.status,
  startTime: json.info.start_time,
  endTime: json.info.end_time,
  artifactUri: json.info.artifact_uri,
  lifecycleStage: json.info.lifecycle_stage,
  metrics: latestValues(json.data.metrics),
  params: json.data.params,
  tags: json.data.tags,
  modelOutputs: json.outputs.model_outputs.map((output) => output.model_id),
  datasets: json.inputs.dataset_inputs.map(({ dataset, tags }) => ({ ...dataset, tags })),
}));

function latestValues(metrics: readonly Metric[]): Record<string, number> {
  return Object.fromEntries(metrics.map(({ key, value }) => [key, value]));
}

/** What a new run starts with. */
export interface NewRun {
  readonly experimentId: string;
  /** Shown in listings; the server makes one up when it is absent. */
  readonly runName?: string;
  /** Epoch milliseconds, UTC. */
  readonly startTime: number;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Creates a run, which is `RUNNING` from its start time on.
 *
 * @throws {MlflowError} When the experiment does not exist or is deleted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const run = await createRun(client, { experimentId: "0", startTime: 0 });
 * assert.equal(run.status, "RUNNING");
 * ```
 */
export async function createRun(client: RegistryClient, start: NewRun): Promise<Run> {
  const answer = await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/create",
    json: {
      experiment_id: start.experimentId,
      run_name: start.runName,
      start_time: start.startTime,
      tags: toPairs(start.tags ?? {}),
    },
    repeatable: false,
  }, z.object({ run }));
  return answer.run;
}

/**
 * The run of an id, with its latest metrics, parameters, tags, inputs and outputs.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * assert.deepEqual((await getRun(client, runId)).params, {});
 * ```
 */
export async function getRun(client: RegistryClient, runId: string): Promise<Run> {
  const answer = await client.json({
    method: "GET",
    path: "api/2.0/mlflow/runs/get",
    query: { run_id: runId },
    repeatable: true,
  }, z.object({ run }));
  return answer.run;
}

/**
 * Changes a run's status, end time or name; what is absent stays.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * await updateRun(client, { runId, status: "FINISHED", endTime: 9 });
 * assert.equal((await getRun(client, runId)).endTime, 9);
 * ```
 */
export async function updateRun(
  client: RegistryClient,
  change: { runId: string; status?: RunStatus; endTime?: number; runName?: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/update",
    json: {
      run_id: change.runId,
      status: change.status,
      end_time: change.endTime,
      run_name: change.runName,
    },
    repeatable: true,
  }, nothing);
}

/** What to look for among the runs of some experiments. */
export interface RunSearch {
  readonly experimentIds: readonly string[];
  /** MLflow's filter, for example `metrics.roc_auc > 0.9 AND tags.dataset = 'cambridge'`. */
  readonly filter?: string;
  /** Keys to sort by, for example `metrics.roc_auc DESC`; then newest first. */
  readonly orderBy?: readonly string[];
  /** @default {1000} */
  readonly pageSize?: number;
}

/**
 * All active runs that match, page by page as they are asked for.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * const search = { experimentIds: ["0"], filter: "status = 'RUNNING'" };
 * const [found] = await Array.fromAsync(searchRuns(client, search));
 * assert.equal(found.runId, runId);
 * ```
 */
export function searchRuns(client: RegistryClient, search: RunSearch): AsyncGenerator<Run> {
  return allPages((token) =>
    client.json({
      method: "POST",
      path: "api/2.0/mlflow/runs/search",
      json: {
        experiment_ids: search.experimentIds,
        filter: search.filter,
        order_by: search.orderBy,
        max_results: search.pageSize ?? 1000,
        page_token: token,
      },
      repeatable: true,
    }, pageOf("runs", run))
  );
}

/**
 * Marks a run as deleted; {@link restoreRun} takes it back.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * await deleteRun(client, runId);
 * assert.equal((await getRun(client, runId)).lifecycleStage, "deleted");
 * ```
 */
export async function deleteRun(client: RegistryClient, runId: string): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/delete",
    json: { run_id: runId },
    repeatable: true,
  }, nothing);
}

/**
 * Makes a deleted run active again.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * await deleteRun(client, runId);
 * await restoreRun(client, runId);
 * assert.equal((await getRun(client, runId)).lifecycleStage, "active");
 * ```
 */
export async function restoreRun(client: RegistryClient, runId: string): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/restore",
    json: { run_id: runId },
    repeatable: true,
  }, nothing);
}
