/** `/runs/log-…` and `/runs/set-tag`: metrics, parameters and tags of a run, one by one. */

import {
  loggedMetric,
  loggedParam,
  loggedTag,
  metricShape,
  writeLoggedMetrics,
} from "../requests/logged_values.ts";
import { requiredText, text } from "../requests/parameters.ts";
import { removePair } from "../records/pairs.ts";
import { writeParams } from "../records/params.ts";
import { writeRunTag } from "../records/run_tags.ts";
import { readActiveRun } from "../records/runs.ts";
import { runIdOf, runKey } from "../requests/run_key.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const logMetric = defineWrite({
  method: "POST",
  path: "runs/log-metric",
  parameters: { ...runKey, ...metricShape },
  answer({ database }, given) {
    const metric = loggedMetric(given);
    const run = readActiveRun(database, runIdOf(given));
    writeLoggedMetrics(database, run, [metric]);
    return {};
  },
});

const logParameter = defineWrite({
  method: "POST",
  path: "runs/log-parameter",
  parameters: { ...runKey, key: requiredText, value: text },
  answer({ database }, { key, value = "", ...run }) {
    const param = loggedParam({ key, value });
    const { run_id } = readActiveRun(database, runIdOf(run));
    const [change] = writeParams(database, "run", run_id, [param]);
    if (change === undefined) return {};
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Changing param values is not allowed. Param with key='${key}' was already logged with value='${change.old_value}' for run ID='${run_id}'. Attempted logging new value '${change.new_value}'.`,
    );
  },
});

const setTag = defineWrite({
  method: "POST",
  path: "runs/set-tag",
  parameters: { ...runKey, key: requiredText, value: text },
  answer({ database }, { key, value = "", ...run }) {
    const tag = loggedTag({ key, value });
    writeRunTag(database, readActiveRun(database, runIdOf(run)).run_id, tag);
    return {};
  },
});

const deleteTag = defineWrite({
  method: "POST",
  path: "runs/delete-tag",
  parameters: { run_id: requiredText, key: requiredText },
  answer({ database }, { run_id, key }) {
    readActiveRun(database, run_id);
    if (removePair(database, "tags", [run_id], key)) return {};
    throw new TrackingError(
      "RESOURCE_DOES_NOT_EXIST",
      `No tag with name: ${key} in run with id ${run_id}`,
    );
  },
});

/** The endpoints that write what a run logs; batches have a file of their own. */
export const runDataRoutes: readonly Route[] = [logMetric, logParameter, setTag, deleteTag];
