/** What a table shows of itself before its end: the same first rows in HTML and in plain text. */
import { countText, type ValueFormat, valueFormat } from "./format_value.ts";
import type { Table, TableColumn, Value } from "./table.ts";

const SHOWN_ROWS = 10;

/** The first rows of a table. */
export interface TableHead {
  /** Columns that are shown, at most as many as asked for. */
  readonly columns: readonly TableColumn[];
  /** Values of the first rows, by row. */
  readonly values: readonly (readonly Value[])[];
  /** How large the table is, and what of it is shown. */
  readonly caption: string;
}

/**
 * The first ten rows of the first columns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { table } from "./from_rows.ts";
 * const rows = table(Array.from({ length: 2000 }, (_, i) => ({ i, twice: 2 * i })));
 * const { caption, values } = tableHead(rows, 1);
 * assert.equal(caption, "2,000 rows × 2 columns, showing the first 10 rows and 1 column");
 * assert.deepEqual(values.at(-1), [9]);
 * ```
 */
export function tableHead(
  table: Pick<Table<unknown>, "columns" | "rows" | "numbers" | "texts">,
  mostColumns: number,
): TableHead {
  const columns = table.columns.slice(0, mostColumns);
  const rows = Math.min(table.rows, SHOWN_ROWS);
  const byColumn = columns.map(({ name, kind }) => {
    if (kind === "text") return table.texts(name).slice(0, rows);
    const numbers = [...table.numbers(name).subarray(0, rows)];
    if (kind !== "boolean") return numbers;
    return numbers.map((value) => Number.isNaN(value) ? null : value === 1);
  });
  return {
    columns,
    values: Array.from({ length: rows }, (_, row) => byColumn.map((column) => column[row])),
    caption: caption(table, rows, columns.length),
  };
}

/**
 * How the values of a column of the head are written.
 *
 * @param more Further times that stand beside the rows.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { table } from "./from_rows.ts";
 * const head = tableHead(table([{ ts: new Date(0) }]), 1);
 * assert.equal(headFormat(head, 0)(0), "1970-01-01");
 * ```
 */
export function headFormat(
  { columns, values }: TableHead,
  column: number,
  more: readonly number[] = [],
): ValueFormat {
  const { kind } = columns[column];
  return valueFormat(kind, kind === "time" ? [...headTimes(values, column), ...more] : []);
}

/**
 * The times that are shown of a column.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(headTimes([[1], [NaN]], 0), [1]);
 * ```
 */
export function headTimes(values: TableHead["values"], column: number): number[] {
  return values.map((row) => row[column] as number).filter((ms) => !Number.isNaN(ms));
}

function caption(
  table: Pick<Table<unknown>, "columns" | "rows">,
  rows: number,
  columns: number,
): string {
  const size = `${counted(table.rows, "row")} × ${counted(table.columns.length, "column")}`;
  const shown = [
    ...(rows < table.rows ? [counted(rows, "row")] : []),
    ...(columns < table.columns.length ? [counted(columns, "column")] : []),
  ];
  return shown.length === 0 ? size : `${size}, showing the first ${shown.join(" and ")}`;
}

function counted(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? "" : "s"}`;
}
