/** Names that fit where they stand. */

/**
 * A name of at most `most` characters; a longer one loses its middle, as names of meters and runs
 * often differ at their ends.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(shortName("building-12-boiler", 9), "buil…iler");
 * ```
 */
export function shortName(name: string, most: number): string {
  const characters = [...name];
  if (characters.length <= most) return name;
  const before = Math.floor(most / 2);
  const after = Math.max(0, most - before - 1);
  return `${characters.slice(0, before).join("")}…${
    characters.slice(characters.length - after).join("")
  }`;
}
