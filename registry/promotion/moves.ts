/** Moves of aliases as they are recorded: tags of the registered model. */

import { z } from "zod";
import { type RegistryClient, setRegisteredModelTag } from "../client/mod.ts";

/** One move of an alias. */
export interface Move {
  readonly kind: "promotion" | "rollback";
  /** Name of the registered model. */
  readonly name: string;
  readonly alias: string;
  /** Version that had the alias; absent when it is new. */
  readonly from?: string;
  /** Version that has it now. */
  readonly to: string;
  readonly reason: string;
  /** Who or what decided. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Whether the alias was seen to move: the record comes before the move. */
  readonly confirmed: boolean;
}

const move: z.ZodType<Move> = z.object({
  kind: z.enum(["promotion", "rollback"]).default("promotion"),
  name: z.string(),
  alias: z.string(),
  from: z.string().optional(),
  to: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  confirmed: z.boolean().default(false),
});
const tagPrefix = "wattbook.promotion.";

/**
 * Writes a move into its tag, over what the tag says.
 *
 * @param id Tells the move from others of the same moment.
 * @throws {MlflowError} When the server refuses.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel, getRegisteredModel } from "../client/mod.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "a" });
 * await recordMove(client, "1", {
 *   kind: "promotion",
 *   name: "a",
 *   alias: "champion",
 *   to: "1",
 *   reason: "First",
 *   by: "train",
 *   at: "1970-01-01T00:00:00.000Z",
 *   confirmed: true,
 * });
 * assert.equal(movesIn((await getRegisteredModel(client, "a")).tags)[0].to, "1");
 * ```
 */
export async function recordMove(client: RegistryClient, id: string, move: Move): Promise<void> {
  const key = `${tagPrefix}${move.alias}.${move.at}.${id}`;
  await setRegisteredModelTag(client, { name: move.name, key, value: JSON.stringify(move) });
}

/**
 * The moves that tags tell of, in their order. Earlier releases wrote them into tags of versions.
 *
 * @throws {TypeError} When a record was not written by a promotion.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const record = { name: "a", alias: "champion", to: "1", reason: "First", by: "train",
 *   at: "1970-01-01T00:00:00.000Z" };
 * const tags = { [`wattbook.promotion.champion.${record.at}`]: JSON.stringify(record) };
 * assert.deepEqual(movesIn(tags), [{ kind: "promotion", ...record, confirmed: false }]);
 * ```
 */
export function movesIn(tags: Readonly<Record<string, string>>): Move[] {
  return Object.entries(tags)
    .filter(([key]) => key.startsWith(tagPrefix))
    .map(([key, text]) => ({ key, move: readMove(key, text) }))
    .sort((a, b) => a.move.at < b.move.at || (a.move.at === b.move.at && a.key < b.key) ? -1 : 1)
    .map(({ move }) => move);
}

function readMove(key: string, text: string): Move {
  const read = move.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new TypeError(
    `Cannot read the promotion in tag "${key}": expected a record of a move, got ${
      JSON.stringify(text)
    }`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
