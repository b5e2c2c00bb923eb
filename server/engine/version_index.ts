/** What a server tells of versions: those that are loaded, and why others are not. */
import type { IndexedModel } from "./model_loader.ts";
import type { ModelTable } from "./model_table.ts";

/** What is remembered of versions that are not loaded. */
const MAX_REMEMBERED = 100;

/** An index of versions. */
export interface VersionIndex {
  /** Notes why a version is not loaded; of more than a hundred, those told first are forgotten. */
  note(name: string, version: string, reason: string): void;
  /** Forgets what was noted of a version. */
  forget(name: string, version: string): void;
  /** Every version that is loaded or was noted, by name and version. */
  list(): IndexedModel[];
}

/**
 * Creates an index, in which nothing is noted yet.
 *
 * @param models The loaded ones.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const index = createVersionIndex({ list: () => [] });
 * index.note("energy-anomaly", "2", "unloaded");
 * assert.deepEqual(index.list(), [
 *   { name: "energy-anomaly", version: "2", state: "UNAVAILABLE", reason: "unloaded" },
 * ]);
 * ```
 */
export function createVersionIndex(models: Pick<ModelTable, "list">): VersionIndex {
  const noted = new Map<string, IndexedModel>();
  return {
    note(name, version, reason) {
      const key = keyOf({ name, version });
      noted.delete(key);
      noted.set(key, { name, version, state: "UNAVAILABLE", reason });
      if (noted.size > MAX_REMEMBERED) noted.delete(noted.keys().next().value!);
    },
    forget: (name, version) => void noted.delete(keyOf({ name, version })),
    list() {
      const loaded = models.list().map(({ name, version }): IndexedModel => ({
        name,
        version,
        state: "READY",
        reason: "",
      }));
      const keys = new Set(loaded.map(keyOf));
      return [...loaded, ...[...noted.values()].filter((model) => !keys.has(keyOf(model)))]
        .sort(byNameAndVersion);
    },
  };
}

function keyOf({ name, version }: Pick<IndexedModel, "name" | "version">): string {
  return JSON.stringify([name, version]);
}

function byNameAndVersion(a: IndexedModel, b: IndexedModel): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return Number(a.version) - Number(b.version);
}
