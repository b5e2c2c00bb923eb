/** Histories of a dataset of the lake that follow what is ingested. */
import { openLake, readManifest } from "../../data/mod.ts";
import { type Database, openDatabase } from "../../data/duckdb/mod.ts";
import { featureVersion, type FeatureView } from "../features/mod.ts";
import { type History, openHistory } from "./history.ts";

/** One history for each set of views, all of one dataset. */
export interface LakeHistories extends AsyncDisposable {
  /**
   * Runs `request` with the history for some views, which is opened when nobody asked for it yet.
   * It stays as it is until the request ends, whatever is ingested meanwhile.
   *
   * @throws {Error} When the dataset is not in the lake.
   */
  use<T>(
    views: readonly FeatureView[],
    request: (history: History) => Promise<T>,
  ): Promise<T>;
  /**
   * Opens all histories anew when the manifest of the dataset has changed; requests that begin before
   * the last of them is open get the old ones. Calls at the same time are one.
   *
   * @returns Whether there are new histories.
   * @throws {Error} When the new ones cannot be opened; the old ones stay.
   */
  refresh(): Promise<boolean>;
}

interface Opened {
  readonly db: Database;
  readonly history: History;
}

/** Histories of the same readings. */
interface Generation {
  /** The manifest when the first of them was opened. */
  readonly manifest: string;
  /** By the version of their views. */
  readonly opened: Map<string, { views: readonly FeatureView[]; opening: Promise<Opened> }>;
  /** Requests that use them. */
  users: number;
}

/**
 * Opens the histories of a dataset; dispose of them in the end.
 *
 * @param lanes Passes over each at the same time at most.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openScoredHostel } from "../scored_hostel_fixture.ts";
 * await using hostel = await openScoredHostel();
 * await using histories = await openLakeHistories(hostel.context.config.home, hostel.dataset);
 * const { views } = hostel.model;
 * const meters = await histories.use(views, (history) => Promise.resolve(history.meterIds.size));
 * assert.equal(meters, 3);
 * assert.equal(await histories.refresh(), false);
 * ```
 */
export async function openLakeHistories(
  home: string,
  dataset: string,
  lanes: number = 1,
): Promise<LakeHistories> {
  const readVersion = async () => JSON.stringify(await readManifest(home, dataset));
  const begin = (manifest: string): Generation => ({ manifest, opened: new Map(), users: 0 });
  let current = begin(await readVersion());
  let refreshing: Promise<boolean> | undefined;

  async function open(views: readonly FeatureView[]): Promise<Opened> {
    await using unlessOpened = new AsyncDisposableStack();
    // Cores are used by lanes: a second thread makes a pass a third slower.
    const db = unlessOpened.use(await openDatabase({ threads: 1 }));
    await openLake(db, home, dataset);
    const history = await openHistory(db, views, lanes);
    unlessOpened.move();
    return { db, history };
  }

  async function historyOf(generation: Generation, views: readonly FeatureView[]) {
    const key = featureVersion(views);
    const known = generation.opened.get(key);
    if (known !== undefined) return (await known.opening).history;
    const opening = open(views);
    generation.opened.set(key, { views, opening });
    try {
      return (await opening).history;
    } catch (error) {
      generation.opened.delete(key);
      throw error;
    }
  }

  async function close({ opened }: Generation): Promise<void> {
    const openings = [...opened.values()].map(({ opening }) => opening);
    for (const result of await Promise.allSettled(openings)) {
      if (result.status === "fulfilled") await result.value.db.close();
    }
  }

  async function renew(): Promise<boolean> {
    const manifest = await readVersion();
    if (manifest === current.manifest) return false;
    const next = begin(manifest);
    try {
      for (const { views } of [...current.opened.values()]) await historyOf(next, views);
    } catch (error) {
      await close(next);
      throw error;
    }
    const before = current;
    current = next;
    if (before.users === 0) await close(before);
    return true;
  }

  return {
    async use(views, request) {
      const generation = current;
      generation.users++;
      try {
        return await request(await historyOf(generation, views));
      } finally {
        generation.users--;
        if (generation !== current && generation.users === 0) await close(generation);
      }
    },
    refresh() {
      refreshing ??= renew().finally(() => refreshing = undefined);
      return refreshing;
    },
    async [Symbol.asyncDispose]() {
      await Promise.allSettled([refreshing]);
      await close(current);
    },
  };
}
