/** Logging many metrics, parameters and tags with few requests. */

import type { RegistryClient } from "./client.ts";
import { type Metric, metricJson } from "./metric.ts";
import { requestLimits } from "./log_entries.ts";
import { nothing, toPairs } from "./wire.ts";

/** What a run logs at once. */
export interface Batch {
  readonly metrics?: readonly Metric[];
  readonly params?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Logs any number of metrics, parameters and tags, in as few requests as the protocol allows.
 * Each request stands alone: a failure leaves what was sent before it, and logging the same
 * batch again is safe.
 *
 * @throws {MlflowError} `INVALID_PARAMETER_VALUE` when a parameter was logged with another value.
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
 * await logBatch(client, runId, { params: { trees: "100" }, tags: { seed: "7" } });
 * assert.equal((await getRun(client, runId)).params.trees, "100");
 * ```
 */
export async function logBatch(client: RegistryClient, runId: string, batch: Batch): Promise<void> {
  const metrics = (batch.metrics ?? []).map(metricJson);
  const params = toPairs(batch.params ?? {});
  const tags = toPairs(batch.tags ?? {});
  while (metrics.length + params.length + tags.length > 0) {
    const some = {
      params: params.splice(0, requestLimits.param),
      tags: tags.splice(0, requestLimits.tag),
    };
    const room = requestLimits.all - some.params.length - some.tags.length;
    await client.json({
      method: "POST",
      path: "api/2.0/mlflow/runs/log-batch",
      json: { run_id: runId, metrics: metrics.splice(0, room), ...some },
      repeatable: true,
    }, nothing);
  }
}
