/** `/runs/…`: the life of a run. */

import { enumeration } from "../requests/enumeration.ts";
import { integer, pairList, requiredText, text, unchecked } from "../requests/parameters.ts";
import { locationBelow } from "../artifacts/local_uri.ts";
import { requireActiveExperiment } from "../records/experiments.ts";
import { markRuns } from "../records/run_deletions.ts";
import { requireDistinctKeys } from "../requests/key_rules.ts";
import { nameTag, writeRunTag } from "../records/run_tags.ts";
import { readActiveRun, readRun, readRunInfo, type RunInfoRecord } from "../records/runs.ts";
import { runIdOf, runKey } from "../requests/run_key.ts";
import { runNameOf } from "../run_name.ts";
import type { TrackingStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineRoute, defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const status = enumeration(["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"]);

const create = defineWrite({
  method: "POST",
  path: "runs/create",
  parameters: {
    experiment_id: text,
    user_id: unchecked(text),
    run_name: text,
    start_time: integer,
    tags: unchecked(pairList),
  },
  answer(store, { experiment_id = "0", user_id, run_name, start_time, tags }) {
    const { database } = store;
    const experiment = requireActiveExperiment(database, experiment_id);
    const runId = store.randomId();
    const tagged = tags.find(({ key }) => key === nameTag)?.value;
    if (run_name && tagged && run_name !== tagged) {
      throw new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values (run_name='${run_name}', mlflow.runName='${tagged}').`,
      );
    }
    requireDistinctKeys(tags, "create a run");
    const name = run_name || tagged || runNameOf(runId);
    const uri = locationBelow(experiment.artifact_location, `${runId}/artifacts`);
    database.run(
      "INSERT INTO runs VALUES (?, ?, ?, ?, 'RUNNING', ?, NULL, ?, 'active')",
      ...[runId, name, experiment.experiment_id, user_id ?? ""],
      ...[start_time ?? 0, uri],
    );
    for (const tag of [...tags, { key: nameTag, value: name }]) {
      writeRunTag(database, runId, tag);
    }
    // MLflow says nothing of outputs here, as there are none yet.
    const { outputs: _none, ...run } = readRun(database, runId);
    return { run };
  },
});

const get = defineRoute({
  method: "GET",
  path: "runs/get",
  parameters: runKey,
  answer: ({ database }, run) => ({ run: readRun(database, runIdOf(run)) }),
});

const update = defineWrite({
  method: "POST",
  path: "runs/update",
  parameters: { ...runKey, status, end_time: integer, run_name: text },
  answer({ database }, { status, end_time, run_name, ...run }) {
    const before = readActiveRun(database, runIdOf(run));
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
  { database, now }: TrackingStore,
  { run_id }: RunInfoRecord,
  stage: "active" | "deleted",
): Record<string, never> {
  markRuns(database, "run_id", run_id, stage, now());
  database.run("UPDATE runs SET lifecycle_stage = ? WHERE run_id = ?", stage, run_id);
  return {};
}
