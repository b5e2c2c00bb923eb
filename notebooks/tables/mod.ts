/**
 * Tables that show themselves in a notebook and give their columns to Arquero or to typed arrays
 * without copying them. This folder alone knows Arquero.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { table } from "./mod.ts";
 * const rooms = table([{ room: "r1", kwh: 1 }, { room: "r2", kwh: 3 }]);
 * assert.deepEqual(rooms.numbers("kwh"), new Float64Array([1, 3]));
 * assert.equal(rooms.toArquero().numRows(), 2);
 * ```
 *
 * @module
 */
export { type ColumnKind } from "./column_kind.ts";
export { escapeHtml } from "./escape_html.ts";
export { countText } from "./format_value.ts";
export { toMatrix } from "./to_matrix.ts";
export { type ColumnArrays, table, type WithObjects } from "./from_rows.ts";
export { type Table, type TableColumn, tableOfColumns, type Value } from "./table.ts";
export { type TypedColumn, typedTable } from "./typed_table.ts";
