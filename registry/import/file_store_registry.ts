/** The registered models of MLflow's file store, which lie beside the experiments. */

import { join } from "node:path";
import {
  foldersOf,
  metaFile,
  readable,
  readMeta,
  shownPath,
  textsOf,
} from "./file_store_folder.ts";
import { registeredModelMeta, versionMeta } from "./file_store_meta.ts";
import {
  type Listing,
  type SourceRegisteredModel,
  type SourceVersion,
  Unreadable,
} from "./run_source.ts";

/**
 * The registered models below the root of a file store. One with a version that cannot be read
 * is {@link Unreadable} as a whole, as its numbers and aliases would no longer be those it had.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(await Array.fromAsync(registeredModelsOf("/nowhere")), []);
 * ```
 */
export async function* registeredModelsOf(root: string): Listing<SourceRegisteredModel> {
  const home = join(root, "models");
  const paths = (await foldersOf(home)).map((name) => join(home, name));
  for await (const found of readable(paths, readRegisteredModel)) {
    yield found instanceof Unreadable
      ? new Unreadable(shownPath(root, join(found.place, metaFile)), found.message)
      : found;
  }
}

async function readRegisteredModel(path: string): Promise<SourceRegisteredModel> {
  const { name, description } = await readMeta(path, registeredModelMeta);
  const versions: SourceVersion[] = [];
  for (const folder of await foldersOf(path)) {
    if (!/^version-\d+$/.test(folder)) continue;
    const version = await readVersion(join(path, folder));
    if (version.stage !== "Deleted_Internal") versions.push(version);
  }
  const aliases = Object.entries(await textsOf(join(path, "aliases")));
  return {
    name,
    description,
    tags: await textsOf(join(path, "tags")),
    aliases: Object.fromEntries(aliases.map(([alias, version]) => [alias, Number(version)])),
    versions: versions.sort((a, b) => a.version - b.version),
  };
}

async function readVersion(path: string): Promise<SourceVersion> {
  try {
    const meta = await readMeta(path, versionMeta);
    return {
      version: meta.version,
      creationTime: meta.creation_timestamp,
      description: meta.description,
      source: meta.source,
      storage: meta.storage_location || meta.source,
      runId: meta.run_id,
      modelId: meta.model_id,
      stage: meta.current_stage,
      tags: await textsOf(join(path, "tags")),
    };
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    throw new TypeError(`${error.message} in ${path.split(/[\\/]/).at(-1)}`);
  }
}
