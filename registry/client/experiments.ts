/** Experiments: what runs are grouped by. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { MlflowError } from "./mlflow_error.ts";
import { allPages, pageOf } from "./pages.ts";
import { int64, nothing, pairs, toPairs } from "./wire.ts";

/** A named group of runs. */
export interface Experiment {
  readonly experimentId: string;
  readonly name: string;
  /** URI under which the artifacts of its runs lie. */
  readonly artifactLocation: string;
  readonly lifecycleStage: "active" | "deleted";
  /** Epoch milliseconds, UTC. */
  readonly creationTime?: number;
  /** Epoch milliseconds, UTC. */
  readonly lastUpdateTime?: number;
  readonly tags: Readonly<Record<string, string>>;
}

const experiment: z.ZodType<Experiment> = z.object({
  experiment_id: z.string(),
  name: z.string(),
  artifact_location: z.string(),
  lifecycle_stage: z.enum(["active", "deleted"]),
  creation_time: int64.optional(),
  last_update_time: int64.optional(),
  tags: pairs,
}).transform((json) => ({
  experimentId: json.experiment_id,
  name: json.name,
  artifactLocation: json.artifact_location,
  lifecycleStage: json.lifecycle_stage,
  creationTime: json.creation_time,
  lastUpdateTime: json.last_update_time,
  tags: json.tags,
}));

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
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * assert.equal(await createExperiment(client, { name: "energy" }), "1");
 * ```
 */
export async function createExperiment(
  client: RegistryClient,
  { name, tags = {} }: { name: string; tags?: Readonly<Record<string, string>> },
): Promise<string> {
  const { experiment_id } = await client.json({
    method: "POST",
    path: "api/2.0/mlflow/experiments/create",
    json: { name, tags: toPairs(tags) },
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
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
 * All active experiments that match `filter`, newest first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const [first] = await Array.fromAsync(searchExperiments(client));
 * assert.equal(first.name, "Default");
 * ```
 */
export function searchExperiments(
  client: RegistryClient,
  { filter, pageSize = 1000 }: { filter?: string; pageSize?: number } = {},
): AsyncGenerator<Experiment> {
  return allPages((token) =>
    client.json(
      {
        method: "POST",
        path: "api/2.0/mlflow/experiments/search",
        json: { filter, max_results: pageSize, page_token: token },
        repeatable: true,
      },
      pageOf("experiments", experiment),
    )
  );
}

/**
 * Sets a tag of an experiment, replacing its value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * await setExperimentTag(client, { experimentId: "0", key: "team", value: "energy" });
 * assert.deepEqual((await getExperiment(client, "0")).tags, { team: "energy" });
 * ```
 */
export async function setExperimentTag(
  client: RegistryClient,
  { experimentId, key, value }: { experimentId: string; key: string; value: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/experiments/set-experiment-tag",
    json: { experiment_id: experimentId, key, value },
    repeatable: true,
  }, nothing);
}

/**
 * Marks an experiment and its runs as deleted; {@link restoreExperiment} takes it back.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
    repeatable: true,
  }, nothing);
}

/**
 * Makes a deleted experiment and its runs active again.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
    repeatable: true,
  }, nothing);
}
