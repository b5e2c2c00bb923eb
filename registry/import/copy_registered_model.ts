/** Copying a registered model with its versions, under the numbers that they had. */

import { setModelAlias } from "../client/aliases.ts";
import { MlflowError } from "../client/mlflow_error.ts";
import type { ModelVersion } from "../client/model_version.ts";
import { searchModelVersions } from "../client/model_version_search.ts";
import { setModelVersionTag } from "../client/model_version_tags.ts";
import { createModelVersion, deleteModelVersion } from "../client/model_versions.ts";
import type { RegisteredModel } from "../client/registered_model.ts";
import { createRegisteredModel, getRegisteredModel } from "../client/registered_models.ts";
import type { ImportState } from "./import_state.ts";
import { idTag, ownTags, sourceTag, stageTag } from "./import_tags.ts";
import { type SourceRegisteredModel, type SourceVersion, Unreadable } from "./run_source.ts";
import { nameFilter } from "./name_filter.ts";
import { setStage } from "./version_stage.ts";
import { targetSource } from "./version_source.ts";

/**
 * Copies a registered model. Numbers that the source does not have any more are left out here too,
 * by versions that are made and deleted at once, so that `models:/name/3` stays what it was.
 * Without `all`, a model of which nothing was imported is passed over.
 *
 * @throws {Unreadable} When the target has another version of the same name and number.
 * @throws {MlflowError} When the target refuses.
 */
export async function copyRegisteredModel(
  state: ImportState,
  model: SourceRegisteredModel,
  { all }: { readonly all: boolean },
): Promise<void> {
  const { client, ledger } = state;
  const found = model.versions.map((version) => ({
    version,
    start: targetSource(version, state),
  }));
  if (!all && found.every(({ start }) => start === undefined)) return;
  const registered = await registeredModel(state, model);
  const existing = await versionsOf(state, model.name);
  for (const { version, start } of found) {
    state.signal.throwIfAborted();
    const place = `${model.name}/${version.version}`;
    const there = existing.get(version.version);
    if (there?.tags[idTag] === versionId(version)) {
      ledger.versions.before++;
      if (there.tags[stageTag] === undefined) await giveStage(state, model.name, version);
      continue;
    }
    if (there !== undefined) throw taken(place);
    if (start === undefined) {
      const reason =
        `Cannot copy its files: expected them with a run or a model, got ${version.source}`;
      ledger.skipped.push({ place, reason });
      continue;
    }
    await createNumbered(state, model.name, version, start);
    ledger.versions.imported++;
  }
  const missing = Object.entries(model.aliases).filter(([alias]) =>
    registered.aliases[alias] === undefined
  );
  const numbers = await versionsOf(state, model.name);
  for (const [alias, version] of missing) {
    if (!numbers.has(version)) continue;
    await setModelAlias(client, { name: model.name, alias, version: String(version) });
  }
}

async function registeredModel(
  { client, source, ledger }: ImportState,
  { name, description, tags }: SourceRegisteredModel,
): Promise<RegisteredModel> {
  try {
    const created = await createRegisteredModel(client, {
      name,
      description,
      tags: { ...ownTags(tags), [sourceTag]: source.place },
    });
    ledger.registeredModels.imported++;
    return created;
  } catch (error) {
    const isThere = error instanceof MlflowError && error.errorCode === "RESOURCE_ALREADY_EXISTS";
    if (!isThere) throw error;
    ledger.registeredModels.before++;
    return await getRegisteredModel(client, name);
  }
}

/** The versions there are, after removing what an import that was killed had made to fill a gap. */
async function versionsOf(
  { client }: ImportState,
  name: string,
): Promise<Map<number, ModelVersion>> {
  const versions = new Map<number, ModelVersion>();
  for await (const version of searchModelVersions(client, { filter: nameFilter(name) })) {
    const [number] = (version.tags[idTag] ?? version.version).split("@");
    if (number === version.version) versions.set(Number(version.version), version);
    else await deleteModelVersion(client, { name, version: version.version });
  }
  return versions;
}

async function createNumbered(
  state: ImportState,
  name: string,
  version: SourceVersion,
  start: NonNullable<ReturnType<typeof targetSource>>,
): Promise<void> {
  const { client, source } = state;
  const tags = {
    ...ownTags(version.tags),
    [sourceTag]: source.place,
    [idTag]: versionId(version),
  };
  for (;;) {
    const made = await createModelVersion(client, {
      name,
      ...start,
      description: version.description,
      tags,
    });
    const number = Number(made.version);
    if (number === version.version) break;
    await deleteModelVersion(client, { name, version: made.version });
    if (number > version.version) throw taken(`${name}/${version.version}`);
  }
  await giveStage(state, name, version);
}

async function giveStage(
  { client, ledger }: ImportState,
  name: string,
  { version, stage }: SourceVersion,
): Promise<void> {
  if (stage === "None") return;
  const key = { name, version: String(version) };
  try {
    await setStage(client, { ...key, stage });
    await setModelVersionTag(client, { ...key, key: stageTag, value: stage });
  } catch (error) {
    if (!(error instanceof MlflowError) || error.errorCode !== "ENDPOINT_NOT_FOUND") throw error;
    const reason = `Cannot give it the stage ${stage}: the target has no stages`;
    ledger.skipped.push({ place: `${name}/${version}`, reason });
  }
}

/** A version's number may be given twice, the moment it was made at is its own. */
function versionId({ version, creationTime }: SourceVersion): string {
  return `${version}@${creationTime}`;
}

function taken(place: string): Unreadable {
  return new Unreadable(
    place,
    "Cannot import a version: expected its number to be free, got another version",
  );
}
