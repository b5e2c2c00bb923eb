/** The moves of a model's aliases, as promotions record them in tags. */

import { type PastMove, withOutcome } from "../../promotion/history.ts";
import { type Move, movesIn } from "../../promotion/moves.ts";
import type { Pair } from "../records/pairs.ts";
import type { RegisteredModelRecord } from "../records/registered_models.ts";

/** What tags tell of moves. */
export interface AliasMoves {
  /** Newest first. */
  readonly moves: readonly PastMove[];
  /** Keys of records that something else wrote, or broke. */
  readonly unreadable: readonly string[];
}

const prefix = "wattbook.promotion.";

/**
 * Whether a tag is the record of a move.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(recordsMove({ key: "wattbook.promotion.champion.1970-01-01", value: "" }), true);
 * ```
 */
export function recordsMove({ key }: Pair): boolean {
  return key.startsWith(prefix);
}

/**
 * Reads the moves that tags of a model and of its versions tell of. Anybody may write a tag: a
 * broken record is named beside the others.
 *
 * @param aliases Where the aliases are now, which tells whether the last move came about.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const key = "wattbook.promotion.champion.x";
 * assert.deepEqual(aliasMoves([{ key, value: "{" }], []), { moves: [], unreadable: [key] });
 * ```
 */
export function aliasMoves(
  tags: readonly Pair[],
  aliases: NonNullable<RegisteredModelRecord["aliases"]>,
): AliasMoves {
  const readable: Record<string, string> = {};
  const unreadable: string[] = [];
  for (const { key, value } of tags.filter(recordsMove)) {
    if (isReadable(key, value)) readable[key] = value;
    else unreadable.push(key);
  }
  const moves: Move[] = movesIn(readable);
  const now = Object.fromEntries(aliases.map(({ alias, version }) => [alias, version]));
  return { moves: withOutcome(moves, now).toReversed(), unreadable };
}

function isReadable(key: string, value: string): boolean {
  try {
    movesIn({ [key]: value });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
