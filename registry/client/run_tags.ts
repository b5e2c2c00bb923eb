/** Tags of runs: text that may change, unlike parameters. */

import type { RegistryClient } from "./client.ts";
import { nothing } from "./wire.ts";

/**
 * Sets a tag of a run, replacing its value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun, getRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * await setRunTag(client, { runId, key: "seed", value: "7" });
 * assert.equal((await getRun(client, runId)).tags.seed, "7");
 * ```
 */
export async function setRunTag(
  client: RegistryClient,
  { runId, key, value }: { runId: string; key: string; value: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/set-tag",
    json: { run_id: runId, key, value },
    repeatable: true,
  }, nothing);
}

/**
 * Removes a tag of a run.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when the run has no such tag.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun, getRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * await setRunTag(client, { runId, key: "seed", value: "7" });
 * await deleteRunTag(client, { runId, key: "seed" });
 * assert.equal((await getRun(client, runId)).tags.seed, undefined);
 * ```
 */
export async function deleteRunTag(
  client: RegistryClient,
  { runId, key }: { runId: string; key: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/delete-tag",
    json: { run_id: runId, key },
    repeatable: false,
  }, nothing);
}
