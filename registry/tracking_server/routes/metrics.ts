/** `/metrics/…`: the history of a metric. */

import { integer, requiredText, text } from "../parameters.ts";
import { metricRecord, type MetricRow } from "../records/metrics.ts";
import { orAbsent } from "../records/pairs.ts";
import { readRunInfo } from "../records/runs.ts";
import { pageSize, readPage } from "../search/page.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const history = defineRoute({
  method: "GET",
  path: "metrics/get-history",
  parameters: {
    run_id: requiredText,
    metric_key: requiredText,
    max_results: integer,
    page_token: text,
  },
  answer({ database }, { run_id, metric_key, max_results, page_token }) {
    readRunInfo(database, run_id);
    // Unset means all of it: the protocol leaves the page size out before MLflow 2.
    const size = pageSize(max_results, { preset: 2 ** 31, most: 2 ** 31 });
    const page = readPage({ size, token: page_token }, (limit, offset) =>
      database.all<MetricRow>(
        `SELECT key, value, timestamp, step, is_nan FROM metrics
         WHERE run_id = ? AND key = ?
         ORDER BY timestamp, step, value LIMIT ? OFFSET ?`,
        ...[run_id, metric_key, limit, offset],
      ));
    return {
      metrics: orAbsent(page.items.map(metricRecord)),
      next_page_token: page.nextPageToken,
    };
  },
});

/** The endpoints that read metrics. */
export const metricRoutes: readonly Route[] = [history];
