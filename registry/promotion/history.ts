/** Who moved which alias, when, why, from where and to where. */

import { getRegisteredModel, type RegistryClient, searchModelVersions } from "../client/mod.ts";
import { type Move, movesIn } from "./moves.ts";

/** A move, and whether it came about. */
export interface PastMove extends Move {
  /** False where the record is all there is: whoever wrote it was stopped before the alias moved. */
  readonly happened: boolean;
}

/** All that is recorded of the aliases of a model. */
export interface History {
  readonly name: string;
  /** The version of each alias as it is now. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Oldest first. */
  readonly moves: readonly PastMove[];
}

/**
 * Reads the recorded moves of a model.
 *
 * @throws {MlflowError} When the server knows no such model.
 * @throws {TypeError} When a record was not written by a promotion.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel } from "../client/mod.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * await createRegisteredModel(tracking.client, { name: "a" });
 * assert.deepEqual(await readHistory(tracking.client, "a"), { name: "a", aliases: {}, moves: [] });
 * ```
 */
export async function readHistory(client: RegistryClient, name: string): Promise<History> {
  const { tags, aliases } = await getRegisteredModel(client, name);
  const versions = await Array.fromAsync(
    searchModelVersions(client, { filter: `name = '${name}'` }),
  );
  const moves = movesIn(Object.assign({}, ...versions.map(({ tags }) => tags), tags));
  return { name, aliases, moves: withOutcome(moves, aliases) };
}

/**
 * Tells which of the recorded moves came about: those that were confirmed, those after which the
 * next one started, and the last one where the alias is there.
 *
 * @param moves Oldest first.
 * @param aliases The version of each alias as it is now.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const move = { kind: "promotion", name: "a", alias: "champion", reason: "Better", by: "train",
 *   at: "1970-01-01T00:00:00.000Z", confirmed: false } as const;
 * const moves = withOutcome([{ ...move, to: "1" }, { ...move, from: "1", to: "2" }], {
 *   champion: "1",
 * });
 * assert.deepEqual(moves.map(({ happened }) => happened), [true, false]);
 * ```
 */
export function withOutcome(
  moves: readonly Move[],
  aliases: Readonly<Record<string, string>>,
): PastMove[] {
  return moves.map((move, i) => {
    const next = moves.slice(i + 1).find(({ alias }) => alias === move.alias);
    const after = next === undefined ? aliases[move.alias] : next.from;
    return { ...move, happened: move.confirmed || after === move.to };
  });
}
