/** Loads models from the registry, and anew whatever an alias has moved to. */
import type { ServedModel } from "../../pipelines/realtime/mod.ts";
import type { RegistryClient } from "../../registry/mod.ts";
import { type Followed, followedFrom, followedModel, namedVersion } from "./followed.ts";
import { ModelLoadError } from "./model_load_error.ts";
import type { ModelLoader } from "./model_loader.ts";
import { ModelNotLoadedError } from "./model_not_loaded_error.ts";
import type { ModelTable } from "./model_table.ts";
import { createVersionIndex } from "./version_index.ts";

/** The alias that a name stands for where no other of it is followed. */
const SERVING_ALIAS = "champion";
/** Versions that are open at a time; each holds its graph in memory. */
const MAX_LOADED = 32;

/** What a loader loads with and into. */
export interface RegistryLoaderOptions {
  readonly registry: RegistryClient;
  /** Takes the loaded versions; it stays the caller's. */
  readonly models: ModelTable;
  /** Opens the version that a `models:/name/version` URI names, and checks that it can answer. */
  readonly open: (uri: string) => Promise<ServedModel>;
  /** Told once of each version that begins to answer for a URI. */
  readonly onLoaded?: (uri: string, version: string) => void;
  /** Told once of each new reason for which a URI keeps its old version, or none. */
  readonly onFailed?: (error: ModelLoadError) => void;
}

/** A loader that follows aliases and versions. */
export interface RegistryLoader extends ModelLoader {
  /**
   * Follows an alias or a version from now on, and loads what it names.
   *
   * @throws {ModelLoadError} When that cannot be loaded; it is tried again at every refresh.
   */
  follow(uri: string): Promise<void>;
  /**
   * Asks the registry what every followed URI names now, and loads what is new. It never rejects:
   * what fails is told, and tried again the next time.
   */
  refresh(): Promise<void>;
}

/**
 * Creates a loader that has loaded nothing yet. What it is told runs one after another.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { loadModel } from "../../pipelines/realtime/mod.ts";
 * import { withChampionHome } from "../../pipelines/champion_home_fixture.ts";
 * import { createModelTable } from "./model_table.ts";
 * await withChampionHome(async ({ context: { registry } }) => {
 *   await using models = createModelTable();
 *   const open = (uri: string) => loadModel(registry, uri);
 *   const loader = createRegistryLoader({ registry, models, open });
 *   await loader.follow("models:/energy-anomaly@champion");
 *   assert.equal(models.defaultOf().version, "1");
 * });
 * ```
 */
export function createRegistryLoader(
  { registry, models, open, onLoaded, onFailed }: RegistryLoaderOptions,
): RegistryLoader {
  const followed = new Map<string, Followed>();
  /** Versions that stay when no alias names them: they were asked for by number. */
  const pinned = new Set<string>();
  const index = createVersionIndex(models);
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(body: () => T | Promise<T>): Promise<T> {
    const result = turn.then(body);
    turn = result.catch(() => {});
    return result;
  }

  function isLoaded(name: string, version: string): boolean {
    return models.list().some((model) => model.name === name && model.version === version);
  }

  /** Opens a version beside those that answer; which one answers is told afterwards. */
  async function bring(name: string, version: string): Promise<void> {
    if (isLoaded(name, version)) return;
    const uri = `models:/${name}/${version}`;
    if (models.list().length >= MAX_LOADED) {
      const rule = `expected at most ${MAX_LOADED} versions at the same time, got one more`;
      throw new ModelLoadError(uri, new RangeError(rule));
    }
    try {
      models.add(await open(uri));
      index.forget(name, version);
    } catch (cause) {
      const error = new ModelLoadError(uri, cause);
      index.note(name, version, error.message);
      throw error;
    }
  }

  /** The version that answers for a name is the one of the first URI that is followed. */
  function settle(name: string): void {
    for (const { reference, version } of followed.values()) {
      if (reference.name !== name || version === undefined) continue;
      models.answerBy(name, version);
      return;
    }
  }

  function dropUnused(name: string, version: string): void {
    const used = pinned.has(keyOf(name, version)) ||
      [...followed.values()].some((f) =>
        f.reference.name === name && (f.version === version || f.previous === version)
      );
    // Its last requests may take as long as they like: the next version does not wait for them.
    if (!used && isLoaded(name, version)) void models.remove(name, version);
  }

  async function update(entry: Followed): Promise<void> {
    const { uri, reference: { name } } = entry;
    try {
      const version = await namedVersion(registry, entry);
      if (version === entry.refused) return;
      if (version !== entry.version) {
        const stale = entry.previous;
        await bring(name, version);
        entry.previous = entry.version;
        entry.version = version;
        settle(name);
        onLoaded?.(uri, version);
        if (stale !== undefined) dropUnused(name, stale);
      }
      entry.refused = undefined;
      entry.failure = undefined;
    } catch (cause) {
      const error = cause instanceof ModelLoadError ? cause : new ModelLoadError(uri, cause);
      if (error.message !== entry.failure) onFailed?.(error);
      entry.failure = error.message;
      throw error;
    }
  }

  function trust(uri: string, version: string): void {
    const entry = followed.get(uri);
    if (entry?.previous === undefined || entry.version !== version) return;
    const { previous, reference: { name } } = entry;
    entry.previous = undefined;
    dropUnused(name, previous);
  }

  function fallBack(uri: string, refused: string, reason: string): boolean {
    const entry = followed.get(uri);
    if (entry?.previous === undefined || entry.version !== refused) return false;
    const { previous, reference: { name } } = entry;
    Object.assign(entry, { version: previous, previous: undefined, refused });
    entry.failure = `Version ${refused} no longer answers: ${reason}`;
    settle(name);
    dropUnused(name, refused);
    return true;
  }

  async function follow(uri: string): Promise<void> {
    const entry = followed.get(uri) ?? followedFrom(uri);
    followed.set(uri, entry);
    await update(entry);
  }

  async function loadName(name: string): Promise<void> {
    const entries = [...followed.values()].filter(({ reference }) => reference.name === name);
    for (const entry of entries) await update(entry);
    if (entries.length > 0) return;
    const uri = `models:/${name}@${SERVING_ALIAS}`;
    try {
      await follow(uri);
    } catch (error) {
      followed.delete(uri);
      throw error;
    }
  }

  async function loadVersion(name: string, version: string): Promise<void> {
    const answering = models.list().find((model) =>
      model.name === name && models.defaultOf(name) === model
    );
    await bring(name, version);
    pinned.add(keyOf(name, version));
    if (answering !== undefined) models.answerBy(name, answering.version);
  }

  /** Takes versions out, and gives the closings: nothing waits here for the requests under way. */
  function unload(name: string, version?: string): Promise<void>[] {
    const chosen = models.list().filter((model) =>
      model.name === name && (version === undefined || model.version === version)
    );
    if (chosen.length === 0) {
      const loaded = models.list().map((model) => `${model.name}/${model.version}`);
      throw new ModelNotLoadedError({ name, version }, loaded);
    }
    for (const [uri, entry] of followed) {
      if (entry.reference.name === name && entry.previous === version) entry.previous = undefined;
      const gone = version === undefined || entry.version === version;
      if (entry.reference.name === name && gone) followed.delete(uri);
    }
    for (const model of chosen) {
      pinned.delete(keyOf(name, model.version));
      index.note(name, model.version, "unloaded");
    }
    const removed = chosen.map((model) => models.remove(name, model.version));
    settle(name);
    return removed;
  }

  return {
    follow: (uri) => inTurn(() => follow(uri)),
    refresh: () =>
      inTurn(async () => {
        for (const entry of followed.values()) await update(entry).catch(() => {});
      }),
    trust: (uri, version) => inTurn(() => trust(uri, version)),
    fallBack: (uri, version, reason) => inTurn(() => fallBack(uri, version, reason)),
    load: (name, version) =>
      inTurn(() => version === undefined ? loadName(name) : loadVersion(name, version)),
    async unload(name, version) {
      const { removed } = await inTurn(() => ({ removed: unload(name, version) }));
      await Promise.all(removed);
    },
    index: index.list,
    followed: () => [...followed.values()].map(followedModel),
  };
}

function keyOf(name: string, version: string): string {
  return JSON.stringify([name, version]);
}
