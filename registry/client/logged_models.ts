/** Logged models: what a run trained, with its artifacts, before anything is registered. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import {
  type LoggedModel,
  loggedModel,
  type LoggedModelStatus,
  wireStatus,
} from "./logged_model.ts";
import { nothing, toPairs } from "./wire.ts";

/** What a new logged model starts with. */
export interface NewLoggedModel {
  readonly experimentId: string;
  readonly name: string;
  /** The run that trained it; none for a model from elsewhere. */
  readonly sourceRunId?: string;
  readonly modelType?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Creates a logged model, `PENDING` until {@link finalizeLoggedModel}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy" };
 * assert.equal((await createLoggedModel(client, start)).status, "PENDING");
 * ```
 */
export async function createLoggedModel(
  client: RegistryClient,
  start: NewLoggedModel,
): Promise<LoggedModel> {
  const answer = await client.json({
    method: "POST",
    path: "api/2.0/mlflow/logged-models",
    json: {
      experiment_id: start.experimentId,
      name: start.name,
      source_run_id: start.sourceRunId,
      model_type: start.modelType,
      params: toPairs(start.params ?? {}),
      tags: toPairs(start.tags ?? {}),
    },
    repeatable: false,
  }, z.object({ model: loggedModel }));
  return answer.model;
}

/**
 * Says that a logged model's artifacts are complete, or that their upload failed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy" };
 * const { modelId } = await createLoggedModel(client, start);
 * assert.equal((await finalizeLoggedModel(client, modelId, "READY")).status, "READY");
 * ```
 */
export async function finalizeLoggedModel(
  client: RegistryClient,
  modelId: string,
  status: Exclude<LoggedModelStatus, "PENDING">,
): Promise<LoggedModel> {
  const answer = await client.json({
    method: "PATCH",
    path: `api/2.0/mlflow/logged-models/${encodeURIComponent(modelId)}`,
    // MLflow's server asks for the id in the body as well.
    json: { model_id: modelId, status: wireStatus[status] },
    repeatable: true,
  }, z.object({ model: loggedModel }));
  return answer.model;
}

/**
 * The logged model of an id.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy" };
 * const { modelId } = await createLoggedModel(client, start);
 * assert.equal((await getLoggedModel(client, modelId)).name, "energy");
 * ```
 */
export async function getLoggedModel(
  client: RegistryClient,
  modelId: string,
): Promise<LoggedModel> {
  const answer = await client.json({
    method: "GET",
    path: `api/2.0/mlflow/logged-models/${encodeURIComponent(modelId)}`,
    repeatable: true,
  }, z.object({ model: loggedModel }));
  return answer.model;
}

/**
 * Logs parameters of a model; unlike tags they stay as they are.
 *
 * @throws {MlflowError} `INVALID_PARAMETER_VALUE` when one was logged before.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { modelId } = await createLoggedModel(client, { experimentId: "0", name: "energy" });
 * await logLoggedModelParams(client, modelId, { trees: "100" });
 * assert.deepEqual((await getLoggedModel(client, modelId)).params, { trees: "100" });
 * ```
 */
export async function logLoggedModelParams(
  client: RegistryClient,
  modelId: string,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  await client.json({
    method: "POST",
    path: `api/2.0/mlflow/logged-models/${encodeURIComponent(modelId)}/params`,
    json: { model_id: modelId, params: toPairs(params) },
    repeatable: false,
  }, nothing);
}

/**
 * Deletes a logged model; its artifacts stay.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { modelId } = await createLoggedModel(client, { experimentId: "0", name: "energy" });
 * await deleteLoggedModel(client, modelId);
 * await assert.rejects(getLoggedModel(client, modelId), { status: 404 });
 * ```
 */
export async function deleteLoggedModel(client: RegistryClient, modelId: string): Promise<void> {
  await client.json({
    method: "DELETE",
    path: `api/2.0/mlflow/logged-models/${encodeURIComponent(modelId)}`,
    repeatable: false,
  }, nothing);
}
