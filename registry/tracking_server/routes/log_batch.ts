/** `/runs/log-batch`: metrics, parameters and tags of a run, many at once. */

import {
  loggedMetric,
  loggedParam,
  loggedTag,
  metricShape,
  writeLoggedMetrics,
} from "../requests/logged_values.ts";
import { membersPresent } from "../requests/parameter_checks.ts";
import { checked, listOf, pairList, requiredText } from "../requests/parameters.ts";
import { pythonRepr } from "../requests/python_repr.ts";
import { repeatedKeys, writeParams } from "../records/params.ts";
import { writeRunTag } from "../records/run_tags.ts";
import { readActiveRun } from "../records/runs.ts";
import { requireRunId } from "../requests/run_key.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

// All or nothing: MLflow's own server may stop half way, which no client can count on.
const logBatch = defineWrite({
  method: "POST",
  path: "runs/log-batch",
  parameters: {
    run_id: requiredText,
    metrics: checked(listOf(metricShape), membersPresent("metrics", ["key", "value", "timestamp"])),
    params: checked(pairList, membersPresent("params", ["key"])),
    tags: checked(pairList, membersPresent("tags", ["key"])),
  },
  answer({ database }, batch) {
    requireRunId(batch.run_id);
    const metrics = batch.metrics.map((metric, i) => loggedMetric(metric, `metrics[${i}].`));
    const params = batch.params.map((pair, i) => loggedParam(pair, `params[${i}].`));
    const tags = batch.tags.map((pair, i) => loggedTag(pair, `tags[${i}].`));
    requireAtMost("metrics", metrics.length, 1000);
    requireAtMost("params", params.length, 100);
    requireAtMost("tags", tags.length, 100);
    const total = metrics.length + params.length + tags.length;
    requireAtMost("metrics, params, and tags", total, 1000);
    const twice = repeatedKeys(params);
    if (twice.length > 0) {
      throw refused(
        `Duplicate parameter keys have been submitted: ${
          pythonRepr(twice)
        }. Please ensure the request contains only one param value per param key.`,
      );
    }
    const run = readActiveRun(database, batch.run_id);
    const changes = writeParams(database, "run", run.run_id, params);
    if (changes.length > 0) {
      throw refused(
        `Changing param values is not allowed. Params were already logged='${
          pythonRepr(changes.map((change) => ({ ...change })))
        }' for run ID='${run.run_id}'.`,
      );
    }
    writeLoggedMetrics(database, run, metrics);
    for (const tag of tags) writeRunTag(database, run.run_id, tag);
    return {};
  },
});

/** The endpoint of batches. */
export const logBatchRoutes: readonly Route[] = [logBatch];

function requireAtMost(what: string, count: number, most: number): void {
  if (count <= most) return;
  throw refused(
    `A batch logging request can contain at most ${most} ${what}. Got ${count} ${what}. Please split up ${what} across multiple requests and try again.`,
  );
}

function refused(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}
