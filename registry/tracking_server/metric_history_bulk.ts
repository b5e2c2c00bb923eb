/** `/metrics/get-history-bulk`: what older pages of MLflow draw their charts from. */

import type { Hono } from "hono";
import { mostValues, readHistories, type RunMetricRecord } from "./records/metric_histories.ts";
import type { ReadableStore } from "./store.ts";
import { TrackingError } from "./tracking_error.ts";

const mostRuns = 100;

/**
 * Adds the endpoint. It is under `/ajax-api` alone, and its NaN is the bare word of Python's JSON,
 * as MLflow has it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * import { openTrackingStore } from "./store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const app = new Hono();
 * addMetricHistoryBulk(app, store);
 * const query = "run_id=r&metric_key=loss";
 * const path = "/ajax-api/2.0/mlflow/metrics/get-history-bulk";
 * assert.deepEqual(await (await app.request(`${path}?${query}`)).json(), { metrics: [] });
 * ```
 */
export function addMetricHistoryBulk(app: Hono, { database }: ReadableStore): void {
  app.get("/ajax-api/2.0/mlflow/metrics/get-history-bulk", ({ req }) => {
    const runIds = req.queries("run_id") ?? [];
    if (runIds.length === 0) throw refusal("must specify at least one run_id.");
    if (runIds.length > mostRuns) {
      throw refusal(
        `cannot specify more than ${mostRuns} run_ids. Received ${runIds.length} run_ids.`,
      );
    }
    const key = req.query("metric_key");
    if (key === undefined) throw refusal("must specify a metric_key.");
    const limit = req.query("max_results") ?? String(mostValues);
    if (!/^\d{1,15}$/.test(limit)) throw refusal("must specify max_results as a whole number.");
    const metrics = readHistories(database, runIds, key, Math.min(Number(limit), mostValues));
    return new Response(`{"metrics":[${metrics.map(metricText).join(",")}]}\n`, {
      headers: { "content-type": "application/json" },
    });
  });
}

function metricText({ key, value, timestamp, step, run_id }: RunMetricRecord): string {
  const [keyText, runText] = [key, run_id].map((text) => JSON.stringify(text));
  return `{"key":${keyText},"run_id":${runText},"step":${step},"timestamp":${timestamp},"value":${value}}`;
}

function refusal(rule: string): TrackingError {
  return new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `GetMetricHistoryBulk request ${rule}`,
  );
}
