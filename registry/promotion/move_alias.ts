/** Moves an alias, on the record. */

import { type RegistryClient, setModelAlias } from "../client/mod.ts";
import { type Move, recordMove } from "./moves.ts";

/** Who moves an alias, why and when. */
export interface Mover {
  /** Name of the registered model. */
  readonly name: string;
  /** Letters, digits, `_` and `-`. */
  readonly alias: string;
  /** At most 1000 characters. */
  readonly reason: string;
  /** Who or what decides; at most 1000 characters. */
  readonly by: string;
  /** Tells the move from others of the same moment: letters and digits. */
  readonly id: string;
  /** The moment, in epoch milliseconds. */
  readonly now: number;
}

/** A move to make. */
export interface AliasMove extends Mover {
  readonly kind: Move["kind"];
  /** Version that has the alias; absent when it is new. */
  readonly from?: string;
  readonly to: string;
}

const LONGEST_TEXT = 1_000;

/**
 * Records a move, moves the alias and confirms the record. A crash in between leaves a move that
 * did not happen, or is not confirmed, on record, never one that happened off it.
 *
 * @throws {MlflowError} When the server refuses.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as registry from "../client/mod.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await registry.createRegisteredModel(client, { name: "a" });
 * await registry.createModelVersion(client, { name: "a", source: "mlflow-artifacts:/0/r" });
 * const who = { reason: "First", by: "train", id: "1", now: 0 };
 * await moveAlias(client, { kind: "promotion", name: "a", alias: "champion", to: "1", ...who });
 * const { aliases } = await registry.getRegisteredModel(client, "a");
 * assert.deepEqual(aliases, { champion: "1" });
 * ```
 */
export async function moveAlias(
  client: RegistryClient,
  { id, now, from, ...facts }: AliasMove,
): Promise<Move> {
  const { name, alias, to } = facts;
  const move = {
    ...facts,
    ...(from === undefined ? {} : { from }),
    at: new Date(now).toISOString(),
    confirmed: false,
  };
  await recordMove(client, id, move);
  await setModelAlias(client, { name, alias, version: to });
  const moved = { ...move, confirmed: true };
  await recordMove(client, id, moved);
  return moved;
}

/**
 * Checks what a server would refuse only after the record is written.
 *
 * @throws {RangeError} Naming what is wrong.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const mover = { name: "a", alias: "v1", reason: "First", by: "train", id: "1", now: 0 };
 * assert.throws(() => requireMover(mover), RangeError);
 * ```
 */
export function requireMover({ alias, ...texts }: Mover): void {
  // MLflow keeps `latest` and `v1` for versions.
  if (!/^[\w-]{1,100}$/.test(alias) || /^(latest|v\d+)$/i.test(alias)) {
    throw new RangeError(
      `Cannot move an alias: expected 1 to 100 letters, digits, _ or -, not latest or v and a number, got "${alias}"`,
    );
  }
  for (const key of ["reason", "by"] as const) {
    const { length } = texts[key].trim();
    if (length === 0 || length > LONGEST_TEXT) {
      throw new RangeError(
        `Cannot move an alias: expected "${key}" of 1 to ${LONGEST_TEXT} characters, got ${length}`,
      );
    }
  }
}
