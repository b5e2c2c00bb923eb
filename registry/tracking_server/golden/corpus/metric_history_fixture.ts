/** Requests for the history of metrics. */

import { asking, type Corpus } from "../exchange.ts";

const history = asking("GET", "metrics/get-history");
const run_id = "<run>";
const metric_key = "loss";

export const metricHistory: Corpus = {
  resource: "metric_history",
  exchanges: [
    asking("POST", "runs/create")("for histories", {
      experiment_id: "0",
      run_name: "history",
      start_time: 1,
    }, {
      run: "run.info.run_id",
    }),
    asking("POST", "runs/log-batch")("a history", {
      run_id,
      metrics: [
        { key: "loss", value: 0.5, timestamp: 20, step: 1 },
        { key: "loss", value: "NaN", timestamp: 10, step: 5 },
        { key: "loss", value: "Infinity", timestamp: 20, step: 0 },
        { key: "loss", value: "-Infinity", timestamp: 20, step: 0 },
        { key: "loss", value: 0.25, timestamp: 20, step: 1 },
        { key: "other", value: 1, timestamp: 1, step: 0 },
      ],
    }),
    history("all of it", { run_id, metric_key, max_results: 100 }),
    history("page 1", { run_id, metric_key, max_results: 3 }, { token: "next_page_token" }),
    history("page 2", { run_id, metric_key, max_results: 3, page_token: "<token>" }),
    history("exactly all", { run_id, metric_key, max_results: 5 }),
    history("no bound", { run_id, metric_key }),
    history("a bound of 0", { run_id, metric_key, max_results: 0 }),
    history("a bound below 0", { run_id, metric_key, max_results: -1 }),
    history("a text as bound", { run_id, metric_key, max_results: "many" }),
    history("a bad token", { run_id, metric_key, max_results: 5, page_token: "abc" }),
    history("an old name of the run", { run_uuid: run_id, metric_key, max_results: 1 }),
    history("an unknown metric", { run_id, metric_key: "unheard", max_results: 5 }),
    history("an unknown run", { run_id: "0123456789abcdef", metric_key, max_results: 5 }),
    history("no metric", { run_id }),
    history("no run", { metric_key }),
  ],
};
