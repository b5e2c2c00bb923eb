/** What metrics were over the steps of their runs. */

import type { RegistryClient } from "./client.ts";
import { type Metric, metric } from "./metric.ts";
import { allPages, pageOf } from "./pages.ts";

/**
 * All values of a metric, by timestamp, step and value.
 *
 * The page size is always sent: servers of MLflow 3.4 to 3.13 answer an empty page with a token
 * that never advances when it is absent (mlflow#23916).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { logMetric } from "./metrics.ts";
 * import { createRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
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
