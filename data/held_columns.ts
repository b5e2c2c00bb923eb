/** Typed columns that are held in JavaScript. */

/** Rows by column, as of a query. */
export interface Columns {
  /** Column names in their order. */
  readonly names: readonly string[];
  /** Their types in DuckDB, such as `DOUBLE` and `TIMESTAMP`. */
  readonly types: readonly string[];
  /** Number of rows. */
  readonly rows: number;
  /**
   * A numeric, boolean (0 or 1) or time column (epoch milliseconds); `NULL` is `NaN`.
   * @throws {RangeError} When there is no such column.
   * @throws {TypeError} When the column holds text.
   */
  numbers(name: string): Float64Array;
  /**
   * Any other column, as DuckDB writes its values: text, dates, lists; `NULL` is `null`.
   * @throws {RangeError} When there is no such column.
   * @throws {TypeError} When the column holds numbers.
   */
  texts(name: string): (string | null)[];
}

/** A column: numbers, times (epoch milliseconds) and booleans (0 or 1) with `NaN`, text with `null`. */
export interface HeldColumn {
  readonly name: string;
  /** Its type in DuckDB. */
  readonly type: string;
  readonly values: Float64Array | (string | null)[];
}

/**
 * Columns of equal length by name; nothing is copied.
 *
 * @throws {RangeError} When a column is of another length than the first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const columns = heldColumns([
 *   { name: "kwh", type: "DOUBLE", values: new Float64Array([1, NaN]) },
 *   { name: "room", type: "VARCHAR", values: ["r1", null] },
 * ]);
 * assert.deepEqual([columns.rows, columns.names], [2, ["kwh", "room"]]);
 * ```
 */
export function heldColumns(columns: readonly HeldColumn[]): Columns {
  const names = columns.map(({ name }) => name);
  const rows = columns[0]?.values.length ?? 0;
  const ragged = columns.find(({ values }) => values.length !== rows);
  if (ragged !== undefined) {
    throw new RangeError(
      `Cannot make a table of columns of different lengths: "${
        names[0]
      }" has ${rows} values, "${ragged.name}" has ${ragged.values.length}`,
    );
  }
  function find(name: string): Float64Array | (string | null)[] {
    const column = columns.find((one) => one.name === name);
    if (column !== undefined) return column.values;
    throw new RangeError(`Cannot find column "${name}": expected one of ${names.join(", ")}`);
  }
  return {
    names,
    types: columns.map(({ type }) => type),
    rows,
    numbers(name) {
      const values = find(name);
      if (values instanceof Float64Array) return values;
      throw new TypeError(`Cannot read column "${name}" as numbers: it holds text`);
    },
    texts(name) {
      const values = find(name);
      if (Array.isArray(values)) return values;
      throw new TypeError(`Cannot read column "${name}" as text: it holds numbers`);
    },
  };
}
