/** The result of a query: typed columns that show themselves in a notebook. */
import type { ColumnTable } from "arquero";
import type { Columns } from "../../data/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { type ColumnKind, columnKind } from "./column_kind.ts";
import { toArquero } from "./to_arquero.ts";
import { tableHtml } from "./table_html.ts";
import { tableText } from "./table_text.ts";

/** A value of a row. A missing number or time is `NaN`, any other missing value `null`. */
export type Value = number | string | boolean | null;

/** A column of a table. */
export interface TableColumn {
  readonly name: string;
  /** Its type in DuckDB, such as `DOUBLE`. */
  readonly type: string;
  /** What its values are in JavaScript: times are epoch milliseconds, UTC. */
  readonly kind: ColumnKind;
}

/** Typed columns of equal length; iterating gives one object per row. */
export interface Table<Row = Readonly<Record<string, Value>>> extends Iterable<Row> {
  /** Number of rows. */
  readonly rows: number;
  readonly columns: readonly TableColumn[];
  /**
   * The values of a column of numbers, times (epoch milliseconds, UTC) or booleans (0 or 1), `NaN`
   * where missing; not a copy.
   *
   * @throws {RangeError} When there is no such column.
   * @throws {TypeError} When the column holds text.
   */
  numbers(name: string): Float64Array;
  /**
   * The values of a column of text or dates, `null` where missing; not a copy.
   *
   * @throws {RangeError} When there is no such column.
   * @throws {TypeError} When the column holds numbers.
   */
  texts(name: string): readonly (string | null)[];
  /** One object per row. */
  objects(): Row[];
  /** The same columns as an Arquero table; numbers and texts are not copied. */
  toArquero(): ColumnTable;
  readonly [JUPYTER_DISPLAY]: () => { readonly "text/html": string; readonly "text/plain": string };
}

/**
 * A table of columns as DuckDB gave them.
 *
 * @typeParam Row What a row holds; it is not checked.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const table = tableOfColumns<{ room: string; kwh: number }>(
 *   await db.columns("SELECT 'r1' AS room, 1.5::DOUBLE AS kwh"),
 * );
 * assert.deepEqual(table.objects(), [{ room: "r1", kwh: 1.5 }]);
 * assert.deepEqual([...table].map(({ kwh }) => kwh), [1.5]);
 * ```
 */
export function tableOfColumns<Row = Readonly<Record<string, Value>>>(
  columns: Columns,
): Table<Row> {
  const described = columns.names.map((name, i): TableColumn => ({
    name,
    type: columns.types[i],
    kind: columnKind(columns.types[i]),
  }));
  function* rows(): Generator<Row> {
    const readers = described.map(({ name, kind }) => [name, valueReader(columns, name, kind)]);
    for (let row = 0; row < columns.rows; row++) {
      const object: Record<string, Value> = {};
      for (const [name, read] of readers as [string, (row: number) => Value][]) {
        object[name] = read(row);
      }
      yield object as Row;
    }
  }
  const table: Table<Row> = {
    rows: columns.rows,
    columns: described,
    numbers: (name) => columns.numbers(name),
    texts: (name) => columns.texts(name),
    objects: () => [...rows()],
    toArquero: () => toArquero(table),
    [Symbol.iterator]: rows,
    [JUPYTER_DISPLAY]: () => ({ "text/html": tableHtml(table), "text/plain": tableText(table) }),
  };
  return table;
}

function valueReader(columns: Columns, name: string, kind: ColumnKind): (row: number) => Value {
  if (kind === "text") {
    const texts = columns.texts(name);
    return (row) => texts[row];
  }
  const numbers = columns.numbers(name);
  if (kind !== "boolean") return (row) => numbers[row];
  return (row) => Number.isNaN(numbers[row]) ? null : numbers[row] === 1;
}
