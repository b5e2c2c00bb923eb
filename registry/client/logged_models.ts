/** Logged models: what a run trained, with its artifacts, before anything is registered. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { allPages, pageOf } from "./pages.ts";
import { int64, nothing, pairs, toPairs } from "./wire.ts";

/** Whether a logged model's artifacts are complete. */
export type LoggedModelStatus = "PENDING" | "READY" | "UPLOAD_FAILED";

/** A trained model and where its artifacts lie. */
export interface LoggedModel {
  /** `m-` and 32 hexadecimal digits. */
  readonly modelId: string;
  readonly experimentId: string;
  readonly name: string;
  readonly modelType: string;
  /** The run that trained it. */
  readonly sourceRunId: string;
  readonly status: LoggedModelStatus;
  /** URI under which its artifacts lie. */
  readonly artifactUri: string;
  /** Epoch milliseconds, UTC. */
  readonly creationTime: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
}

const wireStatus = {
  PENDING: "LOGGED_MODEL_PENDING",
  READY: "LOGGED_MODEL_READY",
  UPLOAD_FAILED: "LOGGED_MODEL_UPLOAD_FAILED",
} as const;

const status: z.ZodType<LoggedModelStatus> = z.enum(Object.values(wireStatus))
  .transform((name) => name.replace("LOGGED_MODEL_", "") as LoggedModelStatus);

const model: z.ZodType<LoggedModel> = z.object({
  info: z.object({
    model_id: z.string(),
    experiment_id: z.string(),
    name: z.string(),
    model_type: z.string().default(""),
    source_run_id: z.string().default(""),
    status,
    artifact_uri: z.string(),
    creation_timestamp_ms: int64,
    tags: pairs,
  }),
  data: z.object({ params: pairs }).default({ params: {} }),
}).transform(({ info, data }) => ({
  modelId: info.model_id,
  experimentId: info.experiment_id,
  name: info.name,
  modelType: info.model_type,
  sourceRunId: info.source_run_id,
  status: info.status,
  artifactUri: info.artifact_uri,
  creationTime: info.creation_timestamp_ms,
  tags: info.tags,
  params: data.params,
}));

/** What a new logged model starts with. */
export interface NewLoggedModel {
  readonly experimentId: string;
  readonly name: string;
  readonly sourceRunId: string;
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
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy", sourceRunId: "" };
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
  }, z.object({ model }));
  return answer.model;
}

/**
 * Says that a logged model's artifacts are complete, or that their upload failed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy", sourceRunId: "" };
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
  }, z.object({ model }));
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
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy", sourceRunId: "" };
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
  }, z.object({ model }));
  return answer.model;
}

/**
 * All logged models of some experiments, newest first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy", sourceRunId: "" };
 * const { modelId } = await createLoggedModel(client, start);
 * const [found] = await Array.fromAsync(searchLoggedModels(client, { experimentIds: ["0"] }));
 * assert.equal(found.modelId, modelId);
 * ```
 */
export function searchLoggedModels(
  client: RegistryClient,
  { experimentIds, pageSize = 50 }: { experimentIds: readonly string[]; pageSize?: number },
): AsyncGenerator<LoggedModel> {
  return allPages((token) =>
    client.json({
      method: "POST",
      path: "api/2.0/mlflow/logged-models/search",
      json: { experiment_ids: experimentIds, max_results: pageSize, page_token: token },
      repeatable: true,
    }, pageOf("models", model))
  );
}

/**
 * Sets tags of a logged model, replacing their values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy", sourceRunId: "" };
 * const { modelId } = await createLoggedModel(client, start);
 * await setLoggedModelTags(client, modelId, { seed: "7" });
 * assert.deepEqual((await getLoggedModel(client, modelId)).tags, { seed: "7" });
 * ```
 */
export async function setLoggedModelTags(
  client: RegistryClient,
  modelId: string,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  await client.json({
    method: "PATCH",
    path: `api/2.0/mlflow/logged-models/${encodeURIComponent(modelId)}/tags`,
    json: { model_id: modelId, tags: toPairs(tags) },
    repeatable: true,
  }, nothing);
}
