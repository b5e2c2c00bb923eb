/** A table as plain text. */
import type { Table } from "./table.ts";
import { headFormat, tableHead } from "./table_head.ts";

const MOST_COLUMNS = 40;
const WIDTH = 120;
const GAP = "  ";

/**
 * The number of rows and the first of them in aligned columns, as many as fit in 120 characters
 * but at least one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { table } from "./from_rows.ts";
 * assert.equal(
 *   tableText(table([{ room: "r1", kwh: 1.5 }, { room: "r10", kwh: 12 }])),
 *   "2 rows × 2 columns\nroom  kwh\nr1    1.5\nr10    12",
 * );
 * ```
 */
export function tableText(
  table: Pick<Table<unknown>, "columns" | "rows" | "numbers" | "texts">,
): string {
  const all = tableHead(table, MOST_COLUMNS);
  const columns = all.columns.map(({ name, kind }, i) => {
    const format = headFormat(all, i);
    const cells = [name, ...all.values.map((row) => format(row[i]))];
    const width = Math.max(...cells.map((cell) => cell.length));
    return cells.map((cell) => kind === "text" ? cell.padEnd(width) : cell.padStart(width));
  });
  const fitting = columns.slice(0, fittingColumns(columns.map(([name]) => name.length)));
  const { caption } = tableHead(table, fitting.length);
  const lines = Array.from(
    { length: fitting.length === 0 ? 0 : all.values.length + 1 },
    (_, line) => fitting.map((cells) => cells[line]).join(GAP).trimEnd(),
  );
  return [caption, ...lines].join("\n");
}

function fittingColumns(widths: readonly number[]): number {
  let width = 0;
  for (const [i, own] of widths.entries()) {
    width += own + (i === 0 ? 0 : GAP.length);
    if (width > WIDTH && i > 0) return i;
  }
  return widths.length;
}
