/** What a DuckDB type is in JavaScript. */

/** How the values of a column are held: `text` also stands for dates, lists and the like. */
export type ColumnKind = "number" | "time" | "boolean" | "text";

const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/;

/**
 * The kind of values of a type, as DuckDB names it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(columnKind("DECIMAL(18,3)"), "number");
 * assert.equal(columnKind("TIMESTAMP WITH TIME ZONE"), "time");
 * assert.equal(columnKind("DATE"), "text");
 * ```
 */
export function columnKind(type: string): ColumnKind {
  if (NUMBER.test(type)) return "number";
  if (type.startsWith("TIMESTAMP") && !type.endsWith("]")) return "time";
  return type === "BOOLEAN" ? "boolean" : "text";
}
