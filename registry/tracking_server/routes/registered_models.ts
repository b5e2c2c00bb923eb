/** `/registered-models/…`: names under which versions are kept. */

import { longestRegistryTag, requireKey, requireTag } from "../requests/key_rules.ts";
import { requireModelName } from "../requests/model_name.ts";
import { pairList, requiredText, text, textList } from "../requests/parameters.ts";
import { canonicalStage } from "../records/model_stages.ts";
import { recordAliasEnds } from "../records/alias_moves.ts";
import { orAbsent, removePair, writePair } from "../records/pairs.ts";
import {
  readLatestVersions,
  readRegisteredModel,
  requireRegisteredModel,
  touchRegisteredModel,
} from "../records/registered_models.ts";
import type { ReadableStore, TrackingStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import { modelCreated, modelTagChanged } from "../webhooks/registry_changes.ts";
import { defineRoute, defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const create = defineWrite({
  method: "POST",
  path: "registered-models/create",
  parameters: { name: requiredText, tags: pairList, description: text },
  answer(store, { name, tags, description }) {
    const { database } = store;
    requireFreeName(store, name);
    const now = store.now();
    database.run(
      "INSERT INTO registered_models VALUES (?, ?, ?, ?)",
      ...[name, description, now, now],
    );
    for (const tag of tags) {
      writePair(database, "registered_model_tags", [name], requireTag(tag, longestRegistryTag));
    }
    return { registered_model: readRegisteredModel(database, name) };
  },
  event: (_database, parameters) => modelCreated(parameters),
});

const get = defineRoute({
  method: "GET",
  path: "registered-models/get",
  parameters: { name: requiredText },
  answer: ({ database }, { name }) => ({ registered_model: readRegisteredModel(database, name) }),
});

const rename = defineWrite({
  method: "POST",
  path: "registered-models/rename",
  parameters: { name: requiredText, new_name: requiredText },
  answer(store, { name, new_name }) {
    const { database } = store;
    requireRegisteredModel(database, name);
    if (new_name !== name) requireFreeName(store, new_name);
    const now = store.now();
    database.run(
      "UPDATE registered_models SET name = ?, last_updated_timestamp = ? WHERE name = ?",
      ...[new_name, now, name],
    );
    database.run("UPDATE alias_moves SET name = ? WHERE name = ?", new_name, name);
    // Their names have followed, which MLflow counts as a change of each version.
    database.run(
      "UPDATE model_versions SET last_updated_timestamp = ? WHERE name = ?",
      now,
      new_name,
    );
    return { registered_model: readRegisteredModel(database, new_name) };
  },
});

const update = defineWrite({
  method: "PATCH",
  path: "registered-models/update",
  parameters: { name: requiredText, description: text },
  answer({ database, now }, { name, description }) {
    requireRegisteredModel(database, name);
    database.run(
      "UPDATE registered_models SET description = ?, last_updated_timestamp = ? WHERE name = ?",
      ...[description, now(), name],
    );
    return { registered_model: readRegisteredModel(database, name) };
  },
});

const remove = defineWrite({
  method: "DELETE",
  path: "registered-models/delete",
  parameters: { name: requiredText },
  answer({ database, now }, { name }) {
    requireRegisteredModel(database, name);
    recordAliasEnds(database, { name }, now());
    database.run("DELETE FROM registered_models WHERE name = ?", name);
    return {};
  },
});

const setTag = defineWrite({
  method: "POST",
  path: "registered-models/set-tag",
  parameters: { name: requiredText, key: requiredText, value: text },
  answer({ database, now }, { name, key, value }) {
    const tag = requireTag({ key, value: value ?? "" }, longestRegistryTag);
    requireRegisteredModel(database, name);
    writePair(database, "registered_model_tags", [name], tag);
    touchRegisteredModel(database, name, now());
    return {};
  },
  event: (database, { name, key, value = "" }) =>
    modelTagChanged(database, "set", { name, key, value }),
});

const deleteTag = defineWrite({
  method: "DELETE",
  path: "registered-models/delete-tag",
  parameters: { name: requiredText, key: requiredText },
  answer({ database }, { name, key }) {
    requireKey(key);
    requireRegisteredModel(database, name);
    removePair(database, "registered_model_tags", [name], key);
    return {};
  },
  event: (database, { name, key }) => modelTagChanged(database, "deleted", { name, key }),
});

const latestVersions = {
  path: "registered-models/get-latest-versions",
  parameters: { name: requiredText, stages: textList },
  answer(
    { database }: ReadableStore,
    { name, stages }: { name: string; stages: readonly string[] },
  ) {
    requireRegisteredModel(database, name);
    const wanted: readonly string[] = stages.map(canonicalStage);
    const versions = readLatestVersions(database, name).filter(({ current_stage }) =>
      wanted.length === 0 || wanted.includes(current_stage)
    );
    return { model_versions: orAbsent(versions) };
  },
};

/** The endpoints of single registered models; search and aliases have files of their own. */
export const registeredModelRoutes: readonly Route[] = [
  create,
  get,
  rename,
  update,
  remove,
  setTag,
  deleteTag,
  defineRoute({ method: "GET", ...latestVersions }),
  defineRoute({ method: "POST", ...latestVersions }),
];

function requireFreeName({ database }: TrackingStore, name: string): void {
  requireModelName(name);
  if (database.first("SELECT 1 FROM registered_models WHERE name = ?", name) === undefined) return;
  throw new TrackingError(
    "RESOURCE_ALREADY_EXISTS",
    `Registered Model (name=${name}) already exists.`,
  );
}
