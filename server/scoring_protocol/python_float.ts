/** Numbers as Python reads them from text. */

const NUMBER = /^[+-]?(\d+(_\d+)*(\.(\d+(_\d+)*)?)?|\.\d+(_\d+)*)(e[+-]?\d+(_\d+)*)?$/i;
const NAMED = /^([+-])?(?:(inf(?:inity)?)|nan)$/i;

/**
 * What Python's `float()` makes of a text in ASCII; undefined where it raises an error.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(pythonFloat(" 1_000.5e-1 "), 100.05);
 * assert.equal(pythonFloat("-Infinity"), -Infinity);
 * assert.equal(pythonFloat("0x10"), undefined);
 * ```
 */
export function pythonFloat(text: string): number | undefined {
  const bare = text.trim();
  if (NUMBER.test(bare)) return Number(bare.replaceAll("_", ""));
  const named = NAMED.exec(bare);
  if (named === null) return undefined;
  if (named[2] === undefined) return NaN;
  return named[1] === "-" ? -Infinity : Infinity;
}
