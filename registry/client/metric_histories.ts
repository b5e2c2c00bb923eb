/** What a metric was over the steps of several runs, to compare them. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { type Metric, metric } from "./metric.ts";

/** A metric and the run that logged it. */
export interface RunMetric extends Metric {
  readonly runId: string;
}

const runMetric: z.ZodType<RunMetric> = z.object({ run_id: z.string() })
  .transform(({ run_id }) => ({ runId: run_id }))
  .and(metric);

const runMetrics = z.object({ metrics: z.array(runMetric).default([]) });

// MLflow's limits of one request, whose answer has no second page.
const runsPerRequest = 100;
const valuesPerAnswer = 25_000;

/**
 * All values of a metric in several runs, by run id, timestamp, step and value within each hundred
 * runs.
 *
 * @throws {RangeError} When a hundred runs have 25,000 values or more, which the server cuts off
 * without saying so; ask for less runs or for the history of each.
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
 * await logMetric(client, runId, { key: "auc", value: 0.9, timestamp: 0, step: 0 });
 * const found = metricHistories(client, { runIds: [runId], key: "auc" });
 * assert.deepEqual(await Array.fromAsync(found, ({ value }) => value), [0.9]);
 * ```
 */
export async function* metricHistories(
  client: RegistryClient,
  { runIds, key }: { runIds: readonly string[]; key: string },
): AsyncGenerator<RunMetric> {
  for (let first = 0; first < runIds.length; first += runsPerRequest) {
    const { metrics } = await client.json({
      method: "GET",
      path: "ajax-api/2.0/mlflow/metrics/get-history-bulk",
      query: {
        run_id: runIds.slice(first, first + runsPerRequest),
        metric_key: key,
        max_results: valuesPerAnswer,
      },
      repeatable: true,
    }, runMetrics);
    if (metrics.length >= valuesPerAnswer) {
      throw new RangeError(
        `Cannot give whole histories of "${key}": expected fewer than ${valuesPerAnswer} values of ${runsPerRequest} runs, got ${metrics.length}`,
      );
    }
    yield* metrics;
  }
}

/**
 * A sample of a metric's values over the steps of at most 100 runs, for a chart: evenly chosen
 * steps, and the first and the last step of each run.
 *
 * @param sample.steps First and last step to look at; all by default.
 * @param sample.count Steps to choose, 1 to 2500.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { logBatch } from "./log_batch.ts";
 * import { createRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * const values = [0, 1, 2, 3].map((step) => ({ key: "loss", value: 1, timestamp: 0, step }));
 * await logBatch(client, runId, { metrics: values });
 * const sample = await sampledMetricHistory(client, { runIds: [runId], key: "loss", count: 2 });
 * assert.deepEqual(sample.map(({ step }) => step), [0, 2, 3]);
 * ```
 */
export async function sampledMetricHistory(
  client: RegistryClient,
  sample: {
    runIds: readonly string[];
    key: string;
    steps?: readonly [first: number, last: number];
    count?: number;
  },
): Promise<RunMetric[]> {
  const { metrics } = await client.json({
    method: "GET",
    path: "api/2.0/mlflow/metrics/get-history-bulk-interval",
    query: {
      run_ids: sample.runIds,
      metric_key: sample.key,
      start_step: sample.steps?.[0],
      end_step: sample.steps?.[1],
      max_results: sample.count ?? 1000,
    },
    repeatable: true,
  }, runMetrics);
  return metrics;
}
