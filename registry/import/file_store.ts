/** MLflow's file store, the folder that is `mlruns` by custom, as a source of runs. */

import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { openBelow } from "../file_tree.ts";
import {
  filesOf,
  foldersOf,
  metaFile,
  readable,
  readMeta,
  requireFolderName,
  shownPath,
  textsOf,
} from "./file_store_folder.ts";
import { experimentMeta, modelMeta, runMeta } from "./file_store_meta.ts";
import { registeredModelsOf } from "./file_store_registry.ts";
import { readModel, readRun } from "./file_store_run.ts";
import { modelMetricsOf, runMetrics } from "./metric_lines.ts";
import {
  type Listing,
  type RunSource,
  type SourceFile,
  type SourceModel,
  type SourceRun,
  Unreadable,
} from "./run_source.ts";

const trash = ".trash";
const notRuns = ["tags", "datasets", "traces", "models"];

/**
 * Opens a folder of MLflow's file store for reading; nothing in it changes. What its files say of
 * places outside of it is not followed.
 *
 * @throws {TypeError} When it is no such folder.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const root = await Deno.makeTempDir();
 * await Deno.mkdir(`${root}/7`);
 * await Deno.writeTextFile(`${root}/7/meta.yaml`, "experiment_id: '7'\nname: energy\n");
 * const source = await openFileStore(root);
 * assert.deepEqual(await Array.fromAsync(source.experiments()), [
 *   { id: "7", name: "energy", lifecycle: "active", tags: {} },
 * ]);
 * await Deno.remove(root, { recursive: true });
 * ```
 */
export async function openFileStore(folder: string): Promise<RunSource> {
  const root = resolve(folder);
  const names = [...await foldersOf(root), ...await foldersOf(join(root, trash))];
  if (names.length === 0) {
    throw new TypeError(
      `Cannot import "${folder}": expected a folder of MLflow's file store or the http address of a server, got no experiments`,
    );
  }
  const folders = new Map<string, string>();

  const shown = (path: string) => shownPath(root, path);
  const runFolder = ({ id, experimentId }: SourceRun) => join(folders.get(experimentId)!, id);
  const modelFolder = ({ id, experimentId }: SourceModel) =>
    join(folders.get(experimentId)!, "models", id);

  return {
    place: pathToFileURL(root).href.replaceAll("'", "%27"),
    async *experiments() {
      const live = (await foldersOf(root)).filter((name) => name !== "models");
      const paths = [
        ...live.map((name) => join(root, name)),
        ...(await foldersOf(join(root, trash))).map((name) => join(root, trash, name)),
      ];
      yield* shownReadable(paths, async (path) => {
        const meta = await readMeta(path, experimentMeta);
        requireFolderName(path, meta.experiment_id);
        folders.set(meta.experiment_id, path);
        return {
          id: meta.experiment_id,
          name: meta.name,
          lifecycle: path.startsWith(join(root, trash)) ? "deleted" : meta.lifecycle_stage,
          tags: await textsOf(join(path, "tags")),
        };
      });
    },
    async *runs(experiment) {
      const home = folders.get(experiment.id)!;
      const names = (await foldersOf(home)).filter((name) => !notRuns.includes(name));
      yield* shownReadable(
        names.map((name) => join(home, name)),
        (path) => readRun(path),
      );
    },
    async *metricHistory(run, key) {
      const home = join(runFolder(run), "metrics");
      const { body } = await openBelow(home, key.split("/"));
      yield* placed(shown(join(home, key)), runMetrics(key, body));
    },
    async *runFiles(run) {
      const path = runFolder(run);
      const { artifact_uri } = await readMeta(path, runMeta);
      yield* artifacts(path, artifact_uri, `${run.id}/artifacts`);
    },
    async *loggedModels(experiment) {
      const home = join(folders.get(experiment.id)!, "models");
      const paths = (await foldersOf(home)).map((name) => join(home, name));
      yield* shownReadable(paths, (path) => readModel(path));
    },
    async *modelMetrics(model) {
      const home = join(modelFolder(model), "metrics");
      for await (const file of filesOf(home)) {
        if (file instanceof Unreadable) throw file;
        const metrics = modelMetricsOf(file.path, await file.open());
        yield* placed(shown(join(home, file.path)), metrics);
      }
    },
    async *modelFiles(model) {
      const path = modelFolder(model);
      const { artifact_location } = await readMeta(path, modelMeta);
      yield* artifacts(path, artifact_location, `${model.id}/artifacts`);
    },
    registeredModels: () => registeredModelsOf(root),
  };

  async function* shownReadable<T>(
    paths: readonly string[],
    read: (path: string) => Promise<T | undefined>,
  ): Listing<T> {
    for await (const found of readable(paths, read)) {
      yield found instanceof Unreadable
        ? new Unreadable(shown(join(found.place, metaFile)), found.message)
        : found;
    }
  }

  async function* artifacts(path: string, uri: string, usual: string): Listing<SourceFile> {
    if (uri !== "" && !uri.replace(/\/$/, "").endsWith(usual)) {
      const reason = "Cannot copy artifacts: expected them in the folder of the file store";
      yield new Unreadable(uri, reason);
    }
    for await (const file of filesOf(join(path, "artifacts"))) {
      yield file instanceof Unreadable ? new Unreadable(shown(file.place), file.message) : file;
    }
  }
}

async function* placed<T>(place: string, items: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    throw error instanceof TypeError ? new Unreadable(place, error.message) : error;
  }
}
