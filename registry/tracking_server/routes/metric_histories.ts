/** `/metrics/get-history-bulk-interval`: the histories that charts show. */

import { integer, required, requiredText, textList } from "../requests/parameters.ts";
import { readSampledHistories } from "../records/metric_histories.ts";
import type { Step, StepRange } from "../records/metric_steps.ts";
import { orAbsent } from "../records/pairs.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const mostRuns = 100;
const mostResults = 2500;
const hint = "See the API docs for more information about request parameters.";

const sampled = defineRoute({
  method: "GET",
  path: "metrics/get-history-bulk-interval",
  parameters: {
    run_ids: required(textList),
    metric_key: requiredText,
    start_step: integer,
    end_step: integer,
    max_results: integer,
  },
  answer({ database }, { run_ids, metric_key, start_step, end_step, max_results = mostResults }) {
    if (run_ids.length > mostRuns) {
      throw refusal(
        `GetMetricHistoryBulkInterval request must specify at most ${mostRuns} run_ids. Received ${run_ids.length} run_ids. ${hint}`,
      );
    }
    if (max_results < 1 || max_results > mostResults) {
      throw refusal(`max_results must be between 1 and ${mostResults}. ${hint}`);
    }
    const range = stepRange(start_step, end_step);
    const most = Number(max_results);
    return {
      metrics: orAbsent(readSampledHistories(database, run_ids, metric_key, most, range)),
    };
  },
});

/** The endpoint that thins out histories. */
export const metricHistoryRoutes: readonly Route[] = [sampled];

function stepRange(first: Step | undefined, last: Step | undefined): StepRange | undefined {
  if (first === undefined && last === undefined) return undefined;
  if (first === undefined || last === undefined) {
    throw refusal(
      "If either start step or end step are specified, both must be specified.",
    );
  }
  if (first <= last) return { first, last };
  throw refusal(
    `end_step must be greater than start_step. Found start_step=${first} and end_step=${last}.`,
  );
}

function refusal(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}
