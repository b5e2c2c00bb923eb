/** Parameters: text that a run is started with and that does not change. */

import type { RegistryClient } from "./client.ts";
import { nothing } from "./wire.ts";

/**
 * Logs one parameter; the same one a second time changes nothing.
 *
 * @throws {MlflowError} `INVALID_PARAMETER_VALUE` when it was logged with another value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun, getRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * await logParam(client, runId, { key: "trees", value: "100" });
 * assert.deepEqual((await getRun(client, runId)).params, { trees: "100" });
 * ```
 */
export async function logParam(
  client: RegistryClient,
  runId: string,
  { key, value }: { key: string; value: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/log-parameter",
    json: { run_id: runId, key, value },
    repeatable: true,
  }, nothing);
}
