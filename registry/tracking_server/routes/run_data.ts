/** `/runs/log-…` and `/runs/set-tag`: metrics, parameters and tags of a run. */

import type { Database } from "../database.ts";
import { longestParam, longestTag, requireKey } from "../key_rules.ts";
import {
  integer,
  listOf,
  pairList,
  requiredInteger,
  requiredNumber,
  requiredText,
  text,
  type Values,
} from "../parameters.ts";
import { requireLoggedModel } from "../records/logged_models.ts";
import { writeMetric } from "../records/metrics.ts";
import { writeModelMetric } from "../records/model_metrics.ts";
import { type Pair, removePair } from "../records/pairs.ts";
import { writeParams } from "../records/params.ts";
import { writeRunTag } from "../records/run_tags.ts";
import { readActiveRun } from "../records/runs.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const metric = {
  key: requiredText,
  value: requiredNumber,
  timestamp: requiredInteger,
  step: integer,
  model_id: text,
  dataset_name: text,
  dataset_digest: text,
};

const logMetric = defineWrite({
  method: "POST",
  path: "runs/log-metric",
  parameters: { run_id: requiredText, ...metric },
  answer({ database }, { run_id, ...given }) {
    readActiveRun(database, run_id);
    writeGivenMetric(database, run_id, given);
    return {};
  },
});

const logParameter = defineWrite({
  method: "POST",
  path: "runs/log-parameter",
  parameters: { run_id: requiredText, key: requiredText, value: text },
  answer({ database }, { run_id, key, value }) {
    const param = checkedPair("param", { key, value: value ?? "" });
    readActiveRun(database, run_id);
    writeParams(database, "run", run_id, [param]);
    return {};
  },
});

const setTag = defineWrite({
  method: "POST",
  path: "runs/set-tag",
  parameters: { run_id: requiredText, key: requiredText, value: text },
  answer({ database }, { run_id, key, value }) {
    const tag = checkedPair("tag", { key, value: value ?? "" });
    readActiveRun(database, run_id);
    writeRunTag(database, run_id, tag);
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

// All or nothing: MLflow's own server may stop half way, which no client can count on.
const logBatch = defineWrite({
  method: "POST",
  path: "runs/log-batch",
  parameters: {
    run_id: requiredText,
    metrics: listOf(metric),
    params: pairList,
    tags: pairList,
  },
  answer({ database }, batch) {
    const { run_id } = batch;
    requireAtMost("metrics", batch.metrics.length, 1000);
    requireAtMost("params", batch.params.length, 100);
    requireAtMost("tags", batch.tags.length, 100);
    const total = batch.metrics.length + batch.params.length + batch.tags.length;
    requireAtMost("metrics, params, and tags", total, 1000);
    const params = batch.params.map((pair) => checkedPair("param", pair));
    const tags = batch.tags.map((pair) => checkedPair("tag", pair));
    readActiveRun(database, run_id);
    writeParams(database, "run", run_id, params);
    for (const metric of batch.metrics) writeGivenMetric(database, run_id, metric);
    for (const tag of tags) writeRunTag(database, run_id, tag);
    return {};
  },
});

/** The endpoints that write what a run logs. */
export const runDataRoutes: readonly Route[] = [
  logMetric,
  logParameter,
  setTag,
  deleteTag,
  logBatch,
];

function writeGivenMetric(database: Database, run_id: string, given: Values<typeof metric>): void {
  const { key, value, timestamp, step = 0, model_id, dataset_name, dataset_digest } = given;
  if (timestamp < 0) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Got invalid timestamp ${timestamp} for metric '${key}' (value=${value}). Timestamp must be a nonnegative long (64-bit integer)`,
    );
  }
  const measured = { key: requireKey("metric", key), value, timestamp, step };
  writeMetric(database, run_id, measured);
  if (!model_id) return;
  requireLoggedModel(database, model_id);
  writeModelMetric(database, { ...measured, run_id, model_id, dataset_name, dataset_digest });
}

function checkedPair(kind: "param" | "tag", { key, value }: Pair): Pair {
  const longest = kind === "param" ? longestParam : longestTag;
  return { key: requireKey(kind, key), value: value.slice(0, longest) };
}

function requireAtMost(what: string, count: number, most: number): void {
  if (count <= most) return;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `A batch logging request can contain at most ${most} ${what}. Got ${count} ${what}. Please split up ${what} across multiple requests and try again.`,
  );
}
