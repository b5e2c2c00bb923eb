/** Experiments: what runs are grouped by. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { type Experiment, experiment } from "./experiment.ts";
import { MlflowError } from "./mlflow_error.ts";
import { nothing, toPairs } from "./wire.ts";

/** What a new experiment starts with. */
export interface NewExperiment {
  readonly name: string;
  /** URI under which the artifacts of its runs shall lie; the server's own place by default. */
  readonly artifactLocation?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Creates an experiment.
 *
 * @returns Its id.
 * @throws {MlflowError} `RESOURCE_ALREADY_EXISTS` when the name is taken, even by a deleted one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * assert.equal(await createExperiment(client, { name: "energy" }), "1");
 * ```
 */
export async function createExperiment(
  client: RegistryClient,
  start: NewExperiment,
): Promise<string> {
  const { experiment_id } = await client.json({
    method: "POST",
    path: "api/2.0/mlflow/experiments/create",
    json: {
      name: start.name,
      artifact_location: start.artifactLocation,
      tags: toPairs(start.tags ?? {}),
    },
    repeatable: false,
  }, z.object({ experiment_id: z.string() }));
  return experiment_id;
}

/**
 * The experiment of an id, deleted or not.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * assert.equal((await getExperiment(client, "0")).name, "Default");
 * ```
 */
export async function getExperiment(
  client: RegistryClient,
  experimentId: string,
): Promise<Experiment> {
  const answer = await client.json({
    method: "GET",
    path: "api/2.0/mlflow/experiments/get",
    query: { experiment_id: experimentId },
    repeatable: true,
  }, z.object({ experiment }));
  return answer.experiment;
}

/**
 * The experiment of a name, deleted or not.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * assert.equal((await getExperimentByName(client, "Default")).experimentId, "0");
 * ```
 */
export async function getExperimentByName(
  client: RegistryClient,
  name: string,
): Promise<Experiment> {
  const answer = await client.json({
    method: "GET",
    path: "api/2.0/mlflow/experiments/get-by-name",
    query: { experiment_name: name },
    repeatable: true,
  }, z.object({ experiment }));
  return answer.experiment;
}

/**
 * The id of the experiment called `name`, which is created when there is none.
 *
 * @throws {RangeError} When the experiment of that name is deleted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * assert.equal(await ensureExperiment(client, "Default"), "0");
 * ```
 */
export async function ensureExperiment(client: RegistryClient, name: string): Promise<string> {
  try {
    return await createExperiment(client, { name });
  } catch (error) {
    if (!(error instanceof MlflowError) || error.errorCode !== "RESOURCE_ALREADY_EXISTS") {
      throw error;
    }
  }
  const { experimentId, lifecycleStage } = await getExperimentByName(client, name);
  if (lifecycleStage === "deleted") {
    throw new RangeError(
      `Cannot use the experiment "${name}": expected it to be active, got deleted`,
    );
  }
  return experimentId;
}

/**
 * Marks an experiment and its runs as deleted; {@link restoreExperiment} takes it back.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is none that is active.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await deleteExperiment(client, "0");
 * assert.equal((await getExperiment(client, "0")).lifecycleStage, "deleted");
 * ```
 */
export async function deleteExperiment(
  client: RegistryClient,
  experimentId: string,
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/experiments/delete",
    json: { experiment_id: experimentId },
    repeatable: false,
  }, nothing);
}

/**
 * Makes a deleted experiment and its runs active again.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is none that is deleted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await deleteExperiment(client, "0");
 * await restoreExperiment(client, "0");
 * assert.equal((await getExperiment(client, "0")).lifecycleStage, "active");
 * ```
 */
export async function restoreExperiment(
  client: RegistryClient,
  experimentId: string,
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/experiments/restore",
    json: { experiment_id: experimentId },
    repeatable: false,
  }, nothing);
}

/**
 * Gives an experiment another name.
 *
 * @throws {MlflowError} `RESOURCE_ALREADY_EXISTS` when the name is taken, even by a deleted one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const experimentId = await createExperiment(client, { name: "energy" });
 * await renameExperiment(client, { experimentId, newName: "heat" });
 * assert.equal((await getExperiment(client, experimentId)).name, "heat");
 * ```
 */
export async function renameExperiment(
  client: RegistryClient,
  { experimentId, newName }: { experimentId: string; newName: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/experiments/update",
    json: { experiment_id: experimentId, new_name: newName },
    repeatable: true,
  }, nothing);
}
