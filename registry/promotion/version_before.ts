/** Which version an alias goes back to. */

import type { History } from "./history.ts";

/**
 * The version that an alias had before the one it has now. Moves back are taken off, so that the
 * next step back leads further and never forth. Where somebody moved the alias off the record, it
 * is the last version on record.
 *
 * @returns Nothing when no version had it before.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const move = { kind: "promotion", name: "a", alias: "champion", reason: "Better", by: "train",
 *   at: "1970-01-01T00:00:00.000Z", confirmed: true, happened: true } as const;
 * const moves = [{ ...move, to: "1" }, { ...move, from: "1", to: "2" }];
 * assert.equal(versionBefore({ name: "a", aliases: { champion: "2" }, moves }, "champion"), "1");
 * ```
 */
export function versionBefore({ aliases, moves }: History, alias: string): string | undefined {
  const held: string[] = [];
  for (const { kind, from, to } of moves.filter((move) => move.alias === alias && move.happened)) {
    // What an alias had before a move, it had, even if nothing on record brought it there.
    if (from !== undefined && held.at(-1) !== from) held.push(from);
    const back = kind === "rollback" ? held.lastIndexOf(to) : -1;
    if (back >= 0) held.length = back + 1;
    else if (held.at(-1) !== to) held.push(to);
  }
  return held.at(-1) === aliases[alias] ? held.at(-2) : held.at(-1);
}
