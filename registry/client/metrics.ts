/** Logging single numbers; for many see `log_batch.ts` and `run_logger.ts`. */

import type { RegistryClient } from "./client.ts";
import { type Metric, metricJson } from "./metric.ts";
import { nothing } from "./wire.ts";

/**
 * Logs one number; the same one a second time changes nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun, getRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * await logMetric(client, runId, { key: "auc", value: 0.9, timestamp: 0, step: 0 });
 * assert.deepEqual((await getRun(client, runId)).metrics, { auc: 0.9 });
 * ```
 */
export async function logMetric(
  client: RegistryClient,
  runId: string,
  logged: Metric,
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/log-metric",
    json: { run_id: runId, ...metricJson(logged) },
    repeatable: true,
  }, nothing);
}
