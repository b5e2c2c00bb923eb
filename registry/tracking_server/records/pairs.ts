/** Key-value rows: tags and parameters of anything. */

import type { Database, ReadableDatabase, SqlValue } from "../database.ts";

/** One tag or parameter. */
export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** The tables of key-value rows, and the columns that say whose they are. */
export const pairOwners = {
  experiment_tags: ["experiment_id"],
  tags: ["run_id"],
  params: ["run_id"],
  logged_model_tags: ["model_id"],
  logged_model_params: ["model_id"],
  registered_model_tags: ["name"],
  model_version_tags: ["name", "version"],
} as const;

/** A table of key-value rows. */
export type PairTable = keyof typeof pairOwners;

/**
 * The pairs of one owner, by key.
 *
 * @param owner Values of the table's owner columns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * writePair(store.database, "experiment_tags", [0], { key: "team", value: "energy" });
 * assert.deepEqual(readPairs(store.database, "experiment_tags", [0]), [
 *   { key: "team", value: "energy" },
 * ]);
 * ```
 */
export function readPairs(
  database: ReadableDatabase,
  table: PairTable,
  owner: readonly SqlValue[],
): Pair[] {
  const same = pairOwners[table].map((column) => `${column} = ?`).join(" AND ");
  return database.all<Pair>(`SELECT key, value FROM ${table} WHERE ${same} ORDER BY key`, ...owner);
}

/**
 * Writes a pair, replacing the value of its key.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * writePair(store.database, "experiment_tags", [0], { key: "team", value: "heat" });
 * writePair(store.database, "experiment_tags", [0], { key: "team", value: "power" });
 * assert.equal(readPairs(store.database, "experiment_tags", [0])[0].value, "power");
 * ```
 */
export function writePair(
  database: Database,
  table: PairTable,
  owner: readonly SqlValue[],
  { key, value }: Pair,
): void {
  const places = [...owner, key, value].map(() => "?").join(", ");
  database.run(
    `INSERT INTO ${table} VALUES (${places})
     ON CONFLICT DO UPDATE SET value = excluded.value`,
    ...owner,
    key,
    value,
  );
}

/**
 * Removes the pair of a key, and tells whether it was there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.equal(removePair(store.database, "experiment_tags", [0], "team"), false);
 * ```
 */
export function removePair(
  database: Database,
  table: PairTable,
  owner: readonly SqlValue[],
  key: string,
): boolean {
  const same = [...pairOwners[table], "key"].map((column) => `${column} = ?`).join(" AND ");
  return database.run(`DELETE FROM ${table} WHERE ${same}`, ...owner, key).changes > 0;
}

/**
 * A list for the wire: MLflow leaves an empty one out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(orAbsent([]), undefined);
 * assert.deepEqual(orAbsent([1]), [1]);
 * ```
 */
export function orAbsent<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
