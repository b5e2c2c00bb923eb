/** A cell of a table as it is read. */

/**
 * The text of a cell: a number to three significant digits, one from a thousand on without a
 * fraction, and a dash for nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cells = [0.12345, 0, 1234.5, 1e-9, -2.5, "sd_24h", null].map(cellText);
 * assert.deepEqual(cells, ["0.123", "0", "1235", "1.00e-9", "-2.5", "sd_24h", "–"]);
 * ```
 */
export function cellText(value: string | number | null): string {
  if (value === null) return "–";
  if (typeof value === "string") return value;
  const size = Math.abs(value);
  if (size >= 1000 || Number.isInteger(value)) return String(Math.round(value));
  return size < 1e-4 ? value.toPrecision(3) : String(Number(value.toPrecision(3)));
}
