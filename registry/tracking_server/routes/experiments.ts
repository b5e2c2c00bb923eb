/** `/experiments/…`: groups of runs. */

import {
  longestExperimentTag,
  requireDistinctKeys,
  requireLength,
  requireTag,
} from "../requests/key_rules.ts";
import { absoluteLocation, locationBelow } from "../artifacts/local_uri.ts";
import { pairList, requiredText, text } from "../requests/parameters.ts";
import { requireArtifactLocation } from "../artifacts/location.ts";
import {
  experimentRecord,
  type ExperimentRow,
  noExperiment,
  readExperiment,
  requireActiveExperiment,
  requireExperiment,
} from "../records/experiments.ts";
import { markRuns } from "../records/run_deletions.ts";
import { removePair, writePair } from "../records/pairs.ts";
import type { TrackingStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineRoute, defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const create = defineWrite({
  method: "POST",
  path: "experiments/create",
  parameters: { name: requiredText, artifact_location: text, tags: pairList },
  answer(store, { name, artifact_location, tags }) {
    if (artifact_location) requireArtifactLocation(artifact_location);
    requireName(name);
    requireDistinctKeys(tags, "create an experiment");
    requireFreeName(store, name);
    const { database } = store;
    const now = store.now();
    const { lastId } = database.run(
      `INSERT INTO experiments
         (name, artifact_location, lifecycle_stage, creation_time, last_update_time)
       VALUES (?, ?, 'active', ?, ?)`,
      ...[name, absoluteLocation(artifact_location || store.artifactRoot), now, now],
    );
    if (!artifact_location) {
      database.run(
        "UPDATE experiments SET artifact_location = ? WHERE experiment_id = ?",
        locationBelow(store.artifactRoot, String(lastId)),
        lastId,
      );
    }
    for (const tag of tags) writePair(database, "experiment_tags", [lastId], tag);
    return { experiment_id: String(lastId) };
  },
});

const get = defineRoute({
  method: "GET",
  path: "experiments/get",
  parameters: { experiment_id: requiredText },
  answer: ({ database }, { experiment_id }) => ({
    experiment: readExperiment(database, experiment_id),
  }),
});

const getByName = defineRoute({
  method: "GET",
  path: "experiments/get-by-name",
  parameters: { experiment_name: requiredText },
  answer({ database }, { experiment_name }) {
    const row = database.first<ExperimentRow>(
      "SELECT * FROM experiments WHERE name = ?",
      experiment_name,
    );
    if (row !== undefined) return { experiment: experimentRecord(database, row) };
    throw new TrackingError(
      "RESOURCE_DOES_NOT_EXIST",
      `Could not find experiment with name '${experiment_name}'`,
    );
  },
});

const update = defineWrite({
  method: "POST",
  path: "experiments/update",
  parameters: { experiment_id: requiredText, new_name: requiredText },
  answer(store, { experiment_id, new_name }) {
    const experiment = requireExperiment(store.database, experiment_id);
    if (experiment.lifecycle_stage === "deleted") {
      throw new TrackingError("INVALID_STATE", "Cannot rename a non-active experiment.");
    }
    if (experiment.name !== new_name) requireFreeName(store, new_name);
    change(store, experiment.experiment_id, "name", new_name);
    return {};
  },
});

const remove = defineWrite({
  method: "POST",
  path: "experiments/delete",
  parameters: { experiment_id: requiredText },
  answer(store, { experiment_id }) {
    setStage(store, experiment_id, "deleted");
    return {};
  },
});

const restore = defineWrite({
  method: "POST",
  path: "experiments/restore",
  parameters: { experiment_id: requiredText },
  answer(store, { experiment_id }) {
    setStage(store, experiment_id, "active");
    return {};
  },
});

const setTag = defineWrite({
  method: "POST",
  path: "experiments/set-experiment-tag",
  parameters: { experiment_id: requiredText, key: requiredText, value: text },
  answer({ database }, { experiment_id, key, value }) {
    const tag = requireTag({ key, value: value ?? "" }, longestExperimentTag);
    const owner = requireActiveExperiment(database, experiment_id);
    writePair(database, "experiment_tags", [owner.experiment_id], tag);
    return {};
  },
});

const deleteTag = defineWrite({
  method: "POST",
  path: "experiments/delete-experiment-tag",
  parameters: { experiment_id: requiredText, key: requiredText },
  answer({ database }, { experiment_id, key }) {
    const owner = requireActiveExperiment(database, experiment_id);
    if (removePair(database, "experiment_tags", [owner.experiment_id], key)) return {};
    throw new TrackingError(
      "RESOURCE_DOES_NOT_EXIST",
      `No tag with name: ${key} in experiment with id ${experiment_id}`,
    );
  },
});

/** The endpoints of single experiments; the search has a file of its own. */
export const experimentRoutes: readonly Route[] = [
  create,
  get,
  getByName,
  update,
  remove,
  restore,
  setTag,
  deleteTag,
];

function requireName(name: string): void {
  if (name === "") {
    throw new TrackingError("INVALID_PARAMETER_VALUE", "Invalid experiment name: ''");
  }
  requireLength("name", name, 500);
}

function requireFreeName({ database }: TrackingStore, name: string): void {
  if (database.first("SELECT 1 FROM experiments WHERE name = ?", name) === undefined) return;
  throw new TrackingError(
    "RESOURCE_ALREADY_EXISTS",
    `Experiment(name=${name}) already exists. It may be deleted: restore it or choose another name.`,
  );
}

function change(
  { database, now }: TrackingStore,
  id: number,
  column: "name" | "lifecycle_stage",
  value: string,
): void {
  database.run(
    `UPDATE experiments SET ${column} = ?, last_update_time = ? WHERE experiment_id = ?`,
    ...[value, now(), id],
  );
}

/** An experiment takes its runs along, out and back in; one that is there already is not found. */
function setStage(store: TrackingStore, id: string, stage: "active" | "deleted"): void {
  const { experiment_id, lifecycle_stage } = requireExperiment(store.database, id);
  if (lifecycle_stage === stage) throw noExperiment(id);
  change(store, experiment_id, "lifecycle_stage", stage);
  markRuns(store.database, "experiment_id", experiment_id, stage, store.now());
  store.database.run(
    "UPDATE runs SET lifecycle_stage = ? WHERE experiment_id = ?",
    stage,
    experiment_id,
  );
}
