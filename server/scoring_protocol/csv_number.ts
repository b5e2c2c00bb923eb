/** Numbers of CSV text as pandas reads them. */

const DECIMAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;
const INFINITE = /^([+-])?inf(inity)?$/i;

/** What `pandas.read_csv` takes for a missing value unless it is told otherwise (pandas 2.3). */
const MISSING: ReadonlySet<string> = new Set([
  ...["", "NA", "N/A", "n/a", "<NA>", "#NA", "#N/A", "#N/A N/A", "NULL", "null", "None"],
  ...["NaN", "nan", "-NaN", "-nan", "1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN"],
]);

/**
 * The value of a cell of a column of floats, NaN for a missing one; undefined where
 * `pandas.read_csv` raises an error.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(["1.5", "", "NA", "noon"].map(csvNumber), [1.5, NaN, NaN, undefined]);
 * ```
 */
export function csvNumber(text: string): number | undefined {
  if (MISSING.has(text)) return NaN;
  if (DECIMAL.test(text)) return Number(text);
  const infinite = INFINITE.exec(text);
  if (infinite === null) return undefined;
  return infinite[1] === "-" ? -Infinity : Infinity;
}
