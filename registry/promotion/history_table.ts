/** The moves of a model's aliases, as a table. */

import type { History } from "./history.ts";
import { markdownTable } from "./markdown_table.ts";

/**
 * A line for each move, oldest first, and where the aliases are now. An alias that is elsewhere than
 * the last move left it was moved off the record, or by two at once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = historyTable({ name: "a", aliases: { champion: "3" }, moves: [] });
 * assert.match(text, /\nchampion is version 3, not where the last recorded move left it$/);
 * ```
 */
export function historyTable({ aliases, moves }: History): string {
  const table = markdownTable(
    ["when", "alias", "from", "to", "what", "by", "reason"],
    moves.map(({ at, alias, from = "–", to, kind, happened, by, reason }) => [
      at,
      alias,
      from,
      to,
      happened ? kind : `${kind} that did not happen`,
      by,
      reason,
    ]),
  );
  const ends = Object.entries(aliases).map(([alias, version]) => {
    const last = moves.findLast((move) => move.alias === alias && move.happened);
    const off = last?.to === version ? "" : ", not where the last recorded move left it";
    return `${alias} is version ${version}${off}`;
  });
  return [table, "", ...ends].join("\n").trimEnd();
}
