/** `/runs/…`: the life of a run. */

import { integer, pairList, requiredText, text } from "../parameters.ts";
import { readActiveExperiment } from "../records/experiments.ts";
import { nameTag, writeRunTag } from "../records/run_tags.ts";
import { readActiveRun, readRun, readRunInfo, type RunInfoRecord } from "../records/runs.ts";
import { longestTag, requireKey } from "../key_rules.ts";
import { runNameOf } from "../run_name.ts";
import type { TrackingStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineRoute, defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const statuses = ["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"];

const create = defineWrite({
  method: "POST",
  path: "runs/create",
  parameters: {
    experiment_id: text,
    user_id: text,
    run_name: text,
    start_time: integer,
    tags: pairList,
  },
  answer(store, { experiment_id = "0", user_id, run_name, start_time, tags }) {
    const { database } = store;
    const experiment = readActiveExperiment(database, experiment_id);
    const runId = store.randomId();
    const tagged = tags.find(({ key }) => key === nameTag)?.value;
    if (run_name && tagged && run_name !== tagged) {
      throw new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values (run_name='${run_name}', mlflow.runName='${tagged}').`,
      );
    }
    const name = run_name || tagged || runNameOf(runId);
    const uri = `${experiment.artifact_location}/${runId}/artifacts`;
    database.run(
      "INSERT INTO runs VALUES (?, ?, ?, ?, 'RUNNING', ?, NULL, ?, 'active')",
      ...[runId, name, Number(experiment_id), user_id ?? "", start_time ?? store.now(), uri],
    );
    for (const { key, value } of [...tags, { key: nameTag, value: name }]) {
      requireKey("tag", key);
      writeRunTag(database, runId, { key, value: value.slice(0, longestTag) });
    }
    return { run: readRun(database, runId) };
  },
});

const get = defineRoute({
  method: "GET",
  path: "runs/get",
  parameters: { run_id: text, run_uuid: text },
  answer: ({ database }, { run_id, run_uuid }) => ({
    run: readRun(database, givenId(run_id, run_uuid)),
  }),
});

const update = defineWrite({
  method: "POST",
  path: "runs/update",
  parameters: { run_id: text, run_uuid: text, status: text, end_time: integer, run_name: text },
  answer({ database }, { run_id, run_uuid, status, end_time, run_name }) {
    const before = readActiveRun(database, givenId(run_id, run_uuid));
    if (status !== undefined && !statuses.includes(status)) {
      throw new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Invalid value "${status}" for parameter 'status' supplied:  Hint: It must be one of ${
          statuses.join(", ")
        }`,
      );
    }
    database.run(
      "UPDATE runs SET status = ?, end_time = ? WHERE run_id = ?",
      ...[status ?? before.status, end_time ?? before.end_time, before.run_id],
    );
    if (run_name) writeRunTag(database, before.run_id, { key: nameTag, value: run_name });
    return { run_info: readRunInfo(database, before.run_id) };
  },
});

const remove = defineWrite({
  method: "POST",
  path: "runs/delete",
  parameters: { run_id: requiredText },
  answer: (store, { run_id }) => setStage(store, readRunInfo(store.database, run_id), "deleted"),
});

const restore = defineWrite({
  method: "POST",
  path: "runs/restore",
  parameters: { run_id: requiredText },
  answer: (store, { run_id }) => setStage(store, readRunInfo(store.database, run_id), "active"),
});

/** The endpoints of a run's life; what it logs and the search have files of their own. */
export const runRoutes: readonly Route[] = [create, get, update, remove, restore];

function setStage(
  { database }: TrackingStore,
  { run_id }: RunInfoRecord,
  stage: "active" | "deleted",
): Record<string, never> {
  database.run("UPDATE runs SET lifecycle_stage = ? WHERE run_id = ?", stage, run_id);
  return {};
}

/** `run_uuid` is the name that clients before MLflow 1.0 use. */
function givenId(runId?: string, runUuid?: string): string {
  const id = runId || runUuid;
  if (id) return id;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    "Missing value for required parameter 'run_id'. See the API docs for more information about request parameters.",
  );
}
