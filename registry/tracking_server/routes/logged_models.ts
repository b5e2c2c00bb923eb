/** `/logged-models/…`: trained models before they are registered. */

import { enumeration } from "../requests/enumeration.ts";
import { requireDistinctKeys } from "../requests/key_rules.ts";
import { pythonRepr } from "../requests/python_repr.ts";
import { checks } from "../requests/parameter_checks.ts";
import { pairList, requiredText, text } from "../requests/parameters.ts";
import { locationBelow } from "../artifacts/local_uri.ts";
import { requireActiveExperiment } from "../records/experiments.ts";
import {
  loggedModelRecord,
  readLoggedModel,
  requireAnyLoggedModel,
} from "../records/logged_models.ts";
import { removePair, writePair } from "../records/pairs.ts";
import { writeParams } from "../records/params.ts";
import { runNameOf } from "../run_name.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineRoute, defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

// MLflow checks that a status is a number once protobuf has read it from its name.
const status = enumeration(
  [
    "LOGGED_MODEL_STATUS_UNSPECIFIED",
    "LOGGED_MODEL_PENDING",
    "LOGGED_MODEL_READY",
    "LOGGED_MODEL_UPLOAD_FAILED",
  ],
  { first: 0, checks: [checks.integer, checks.required] },
);

const create = defineWrite({
  method: "POST",
  path: "logged-models",
  parameters: {
    experiment_id: requiredText,
    name: text,
    model_type: text,
    source_run_id: text,
    params: pairList,
    tags: pairList,
  },
  answer(store, { experiment_id, name, model_type, source_run_id, params, tags }) {
    const { database } = store;
    const experiment = requireActiveExperiment(database, experiment_id);
    if (name !== undefined && /[/:.%"']/.test(name)) {
      throw new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Invalid model name (${
          pythonRepr(name)
        }) provided. Model name must be a non-empty string and cannot contain the following characters: ('/', ':', '.', '%', '"', "'")`,
      );
    }
    const id = store.randomId();
    const modelId = `m-${id}`;
    const uri = locationBelow(experiment.artifact_location, `models/${modelId}/artifacts`);
    const now = store.now();
    database.run(
      `INSERT INTO logged_models
       VALUES (?, ?, ?, ?, ?, 'LOGGED_MODEL_PENDING', ?, ?, ?, 'active')`,
      ...[modelId, experiment.experiment_id, name || runNameOf(id), model_type ?? ""],
      ...[source_run_id ?? "", uri, now, now],
    );
    requireDistinctKeys(params, "create a logged model");
    writeParams(database, "model", modelId, params);
    for (const tag of tags) writePair(database, "logged_model_tags", [modelId], tag);
    return { model: readLoggedModel(database, modelId) };
  },
});

const get = defineRoute({
  method: "GET",
  path: "logged-models/:model_id",
  parameters: { model_id: requiredText },
  answer: ({ database }, { model_id }) => ({ model: readLoggedModel(database, model_id) }),
});

const finalize = defineWrite({
  method: "PATCH",
  path: "logged-models/:model_id",
  parameters: { model_id: requiredText, status },
  answer({ database, now }, { model_id, status = "LOGGED_MODEL_STATUS_UNSPECIFIED" }) {
    requireAnyLoggedModel(database, model_id);
    database.run(
      "UPDATE logged_models SET status = ?, last_updated_timestamp_ms = ? WHERE model_id = ?",
      ...[status, now(), model_id],
    );
    const row = requireAnyLoggedModel(database, model_id);
    return { model: loggedModelRecord(database, row) };
  },
});

const remove = defineWrite({
  method: "DELETE",
  path: "logged-models/:model_id",
  parameters: { model_id: requiredText },
  answer({ database, now }, { model_id }) {
    requireAnyLoggedModel(database, model_id);
    database.run(
      `UPDATE logged_models SET lifecycle_stage = 'deleted', last_updated_timestamp_ms = ?
       WHERE model_id = ?`,
      ...[now(), model_id],
    );
    return {};
  },
});

const logParams = defineWrite({
  method: "POST",
  path: "logged-models/:model_id/params",
  parameters: { model_id: requiredText, params: pairList },
  answer({ database }, { model_id, params }) {
    requireAnyLoggedModel(database, model_id);
    const [change] = writeParams(database, "model", model_id, params);
    if (change === undefined) return {};
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Changing param values is not allowed. Param with key='${change.key}' was already logged with value='${change.old_value}' for model ID='${model_id}'. Attempted logging new value '${change.new_value}'.`,
    );
  },
});

const setTags = defineWrite({
  method: "PATCH",
  path: "logged-models/:model_id/tags",
  parameters: { model_id: requiredText, tags: pairList },
  answer({ database }, { model_id, tags }) {
    requireAnyLoggedModel(database, model_id);
    for (const tag of tags) writePair(database, "logged_model_tags", [model_id], tag);
    return {};
  },
});

const deleteTag = defineWrite({
  method: "DELETE",
  path: "logged-models/:model_id/tags/:tag_key",
  parameters: { model_id: requiredText, tag_key: requiredText },
  answer({ database }, { model_id, tag_key }) {
    requireAnyLoggedModel(database, model_id);
    if (removePair(database, "logged_model_tags", [model_id], tag_key)) return {};
    throw new TrackingError(
      "RESOURCE_DOES_NOT_EXIST",
      `No tag with key ${pythonRepr(tag_key)} found for model with ID ${pythonRepr(model_id)}.`,
    );
  },
});

/** The endpoints of single logged models; the search has a file of its own. */
export const loggedModelRoutes: readonly Route[] = [
  create,
  get,
  finalize,
  remove,
  logParams,
  setTags,
  deleteTag,
];
