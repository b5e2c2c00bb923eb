/** Runs: one execution of a pipeline, with all that it logged. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { type Run, run, type RunStatus } from "./run.ts";
import { nothing, toPairs } from "./wire.ts";

/** What a new run starts with. */
export interface NewRun {
  readonly experimentId: string;
  /** Shown in listings; the server makes one up when it is absent. */
  readonly runName?: string;
  /** Epoch milliseconds, UTC. */
  readonly startTime: number;
  /** Who starts it. */
  readonly userId?: string;
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
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
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
      user_id: start.userId,
      start_time: start.startTime,
      tags: toPairs({ ...client.runTags, ...start.tags }),
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
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
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
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
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

/**
 * Marks a run as deleted; {@link restoreRun} takes it back.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
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
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
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
