/** `/metrics/…`: the history of a metric. */

import { integer, requiredText, text, unchecked } from "../requests/parameters.ts";
import { metricRecord, type MetricRow } from "../records/metrics.ts";
import { orAbsent } from "../records/pairs.ts";
import { runIdOf, runKey } from "../requests/run_key.ts";
import { readPage } from "../search/page.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const history = defineRoute({
  method: "GET",
  path: "metrics/get-history",
  parameters: {
    ...runKey,
    metric_key: requiredText,
    max_results: unchecked(integer),
    page_token: text,
  },
  answer({ database }, { metric_key, max_results, page_token, ...run }) {
    // Unset means all of it, as before MLflow 3.4, whose own server then answers nothing.
    const size = Number(max_results ?? 0) < 1 ? 2 ** 31 : Number(max_results);
    const page = readPage({ size, token: page_token }, (limit, offset) =>
      database.all<MetricRow>(
        `SELECT key, value, timestamp, step, is_nan FROM metrics
         WHERE run_id = ? AND key = ?
         ORDER BY timestamp, step, value LIMIT ? OFFSET ?`,
        ...[runIdOf(run), metric_key, limit, offset],
      ));
    return {
      metrics: orAbsent(page.items.map(metricRecord)),
      next_page_token: page.nextPageToken,
    };
  },
});

/** The endpoints that read metrics. */
export const metricRoutes: readonly Route[] = [history];
