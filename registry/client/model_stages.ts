/** Stages: the fixed names that versions were promoted by before there were aliases. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { type ModelVersion, modelVersion, type VersionKey } from "./model_version.ts";

/** A stage of a registered model. */
export type ModelStage = "None" | "Staging" | "Production" | "Archived";

/**
 * Moves a version to a stage.
 *
 * @param move.archiveExisting Whether the versions that are in `Staging` or `Production` now are
 * archived. By default they stay beside it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createModelVersion } from "./model_versions.ts";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * const { name, version } = await createModelVersion(client, { name: "energy", source });
 * const moved = await transitionModelStage(client, { name, version, stage: "Staging" });
 * assert.equal(moved.stage, "Staging");
 * ```
 */
export async function transitionModelStage(
  client: RegistryClient,
  move: VersionKey & { stage: ModelStage; archiveExisting?: boolean },
): Promise<ModelVersion> {
  const answer = await client.json({
    method: "POST",
    path: "api/2.0/mlflow/model-versions/transition-stage",
    json: {
      name: move.name,
      version: move.version,
      stage: move.stage,
      archive_existing_versions: move.archiveExisting ?? false,
    },
    repeatable: true,
  }, z.object({ model_version: modelVersion }));
  return answer.model_version;
}

/**
 * The highest version of each stage that has one.
 *
 * @param name Of the registered model.
 * @param stages Only these; all by default.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createModelVersion } from "./model_versions.ts";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * const { name, version } = await createModelVersion(client, { name: "energy", source });
 * const [latest] = await latestModelVersions(client, "energy");
 * assert.deepEqual([latest.version, latest.stage], ["1", "None"]);
 * ```
 */
export async function latestModelVersions(
  client: RegistryClient,
  name: string,
  stages?: readonly ModelStage[],
): Promise<ModelVersion[]> {
  const answer = await client.json({
    method: "POST",
    path: "api/2.0/mlflow/registered-models/get-latest-versions",
    json: { name, stages },
    repeatable: true,
  }, z.object({ model_versions: z.array(modelVersion).default([]) }));
  return answer.model_versions;
}
