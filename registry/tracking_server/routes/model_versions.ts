/** `/model-versions/…`: numbered models under a registered name. */

import { longestRegistryTag, requireTag } from "../requests/key_rules.ts";
import { pairList, requiredText, text, unchecked } from "../requests/parameters.ts";
import { recordAliasEnds } from "../records/alias_moves.ts";
import { modelOrigin } from "../records/model_source.ts";
import { writeRegistrations } from "../records/model_registrations.ts";
import { modelVersionRecord, readVersionRow } from "../records/model_versions.ts";
import { removePair, writePair } from "../records/pairs.ts";
import { makesPrompt } from "../records/prompts.ts";
import { requireRegisteredModel, touchRegisteredModel } from "../records/registered_models.ts";
import { TrackingError } from "../tracking_error.ts";
import { versionCreated, versionTagChanged } from "../webhooks/registry_changes.ts";
import { defineRoute, defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const versionKey = { name: requiredText, version: requiredText };

const create = defineWrite({
  method: "POST",
  path: "model-versions/create",
  parameters: {
    name: requiredText,
    source: requiredText,
    run_id: text,
    run_link: text,
    description: text,
    model_id: text,
    tags: pairList,
  },
  answer(store, { name, source, run_id, run_link, description = "", model_id, tags }) {
    const { database } = store;
    if (store.sourcePattern?.test(source) === false) {
      throw new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Invalid model version source: '${source}'.`,
      );
    }
    requireRegisteredModel(database, name);
    const isPrompt = makesPrompt(tags);
    const origin = modelOrigin(database, { source, run_id, model_id, isPrompt });
    const now = store.now();
    const version = (database.first<{ highest: number | null }>(
      "SELECT MAX(version) AS highest FROM model_versions WHERE name = ?",
      name,
    )?.highest ?? 0) + 1;
    database.run(
      `INSERT INTO model_versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'None', ?, ?, 'active')`,
      ...[name, version, description, source, origin.storage_location, origin.run_id],
      ...[run_link ?? "", model_id, now, now],
    );
    for (const tag of tags) {
      requireTag(tag, longestRegistryTag);
      writePair(database, "model_version_tags", [name, version], tag);
    }
    if (model_id && !isPrompt) writeRegistrations(database, model_id);
    touchRegisteredModel(database, name, now);
    const row = readVersionRow(database, name, String(version));
    return { model_version: modelVersionRecord(database, row) };
  },
  event: (_database, parameters, { model_version }) =>
    versionCreated(parameters, model_version.version),
});

const get = defineRoute({
  method: "GET",
  path: "model-versions/get",
  parameters: versionKey,
  answer: ({ database }, { name, version }) => ({
    model_version: modelVersionRecord(database, readVersionRow(database, name, version)),
  }),
});

const getDownloadUri = defineRoute({
  method: "GET",
  path: "model-versions/get-download-uri",
  parameters: { name: unchecked(text), version: unchecked(text) },
  answer: ({ database }, { name = "", version = "" }) => ({
    artifact_uri: readVersionRow(database, name, version).storage_location,
  }),
});

const update = defineWrite({
  method: "PATCH",
  path: "model-versions/update",
  parameters: { ...versionKey, description: text },
  answer({ database, now }, { name, version, description }) {
    readVersionRow(database, name, version);
    database.run(
      `UPDATE model_versions SET description = ?, last_updated_timestamp = ?
       WHERE name = ? AND version = ?`,
      ...[description, now(), name, Number(version)],
    );
    const row = readVersionRow(database, name, version);
    return { model_version: modelVersionRecord(database, row) };
  },
});

const remove = defineWrite({
  method: "DELETE",
  path: "model-versions/delete",
  parameters: versionKey,
  answer({ database, now }, { name, version }) {
    readVersionRow(database, name, version);
    const key = [name, Number(version)];
    database.run(
      `UPDATE model_versions
       SET lifecycle_stage = 'deleted', source = '', storage_location = '', run_id = ''
       WHERE name = ? AND version = ?`,
      ...key,
    );
    recordAliasEnds(database, { name, version: Number(version) }, now());
    database.run("DELETE FROM registered_model_aliases WHERE name = ? AND version = ?", ...key);
    touchRegisteredModel(database, name, now());
    return {};
  },
});

const setTag = defineWrite({
  method: "POST",
  path: "model-versions/set-tag",
  parameters: { ...versionKey, key: requiredText, value: text },
  answer({ database }, { name, version, key, value }) {
    const tag = requireTag({ key, value: value ?? "" }, longestRegistryTag);
    readVersionRow(database, name, version);
    writePair(database, "model_version_tags", [name, Number(version)], tag);
    return {};
  },
  event: (database, { name, version, key, value = "" }) =>
    versionTagChanged(database, "set", { name, version, key, value }),
});

const deleteTag = defineWrite({
  method: "DELETE",
  path: "model-versions/delete-tag",
  parameters: { ...versionKey, key: requiredText },
  answer({ database }, { name, version, key }) {
    readVersionRow(database, name, version);
    removePair(database, "model_version_tags", [name, Number(version)], key);
    return {};
  },
  event: (database, { name, version, key }) =>
    versionTagChanged(database, "deleted", { name, version, key }),
});

/** The endpoints of single model versions; the search has a file of its own. */
export const modelVersionRoutes: readonly Route[] = [
  create,
  get,
  getDownloadUri,
  update,
  remove,
  setTag,
  deleteTag,
];
