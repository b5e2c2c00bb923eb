/** The moves of a model's aliases, as promotions record them in tags. */

import { z } from "zod";
import type { Pair } from "../records/pairs.ts";

/** A recorded move of an alias. */
export interface AliasMove {
  readonly kind: "promotion" | "rollback";
  readonly alias: string;
  /** Version that had the alias; absent when it is new. */
  readonly from?: string;
  readonly to: string;
  readonly reason: string;
  /** Who or what decided. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What tags tell of moves. */
export interface AliasMoves {
  /** Newest first. */
  readonly moves: readonly AliasMove[];
  /** Keys of records that something else wrote, or broke. */
  readonly unreadable: readonly string[];
}

const prefix = "wattbook.promotion.";
const move = z.object({
  kind: z.enum(["promotion", "rollback"]).default("promotion"),
  alias: z.string(),
  from: z.string().optional(),
  to: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});

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
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const key = "wattbook.promotion.champion.x";
 * assert.deepEqual(aliasMoves([{ key, value: "{" }]), { moves: [], unreadable: [key] });
 * ```
 */
export function aliasMoves(tags: readonly Pair[]): AliasMoves {
  const read = tags.filter(recordsMove).map(({ key, value }) => ({
    key,
    ...move.safeParse(parsed(value)),
  }));
  return {
    moves: read.flatMap(({ data }) => data === undefined ? [] : [data])
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    unreadable: read.filter(({ success }) => !success).map(({ key }) => key),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
