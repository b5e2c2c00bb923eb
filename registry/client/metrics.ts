/** Metrics: numbers that a run logs over its steps. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { allPages, pageOf } from "./pages.ts";
import { double, int64, nothing } from "./wire.ts";

/** One logged number. */
export interface Metric {
  readonly key: string;
  /** NaN and the infinities are allowed. */
  readonly value: number;
  /** Epoch milliseconds, UTC. */
  readonly timestamp: number;
  /** Any integer; 0 where there are no steps. */
  readonly step: number;
}

/** A metric as it stands in the server's JSON. */
export const metric: z.ZodType<Metric> = z.object({
  key: z.string(),
  value: double,
  timestamp: int64,
  step: int64.default(0),
});

/**
 * Logs one number; the same one a second time changes nothing.
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
 * await logMetric(client, runId, { key: "auc", value: 0.9, timestamp: 0, step: 0 });
 * assert.deepEqual((await getRun(client, runId)).metrics, { auc: 0.9 });
 * ```
 */
export async function logMetric(
  client: RegistryClient,
  runId: string,
  { key, value, timestamp, step }: Metric,
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/runs/log-metric",
    json: { run_id: runId, key, value, timestamp, step },
    repeatable: true,
  }, nothing);
}

/**
 * All values of a metric, by timestamp, step and value.
 *
 * The page size is always sent: servers of MLflow 3.4 to 3.13 answer an empty page with a token
 * that never advances when it is absent (mlflow#23916).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * const metric = { key: "auc", value: 0.9, timestamp: 0, step: 0 };
 * await logMetric(client, runId, metric);
 * const history = metricHistory(client, { runId, key: "auc" });
 * assert.deepEqual(await Array.fromAsync(history), [metric]);
 * ```
 */
export function metricHistory(
  client: RegistryClient,
  { runId, key, pageSize = 25_000 }: { runId: string; key: string; pageSize?: number },
): AsyncGenerator<Metric> {
  return allPages((token) =>
    client.json({
      method: "GET",
      path: "api/2.0/mlflow/metrics/get-history",
      query: { run_id: runId, metric_key: key, max_results: pageSize, page_token: token },
      repeatable: true,
    }, pageOf("metrics", metric))
  );
}
