/** Charts that take whatever has rows. */
import type { Chart } from "../charts/mod.ts";
import type { Table } from "../tables/mod.ts";

/** Rows of a chart: plain objects, or a table, whose columns are looked at when it is drawn. */
export type ChartRows<Row> = Iterable<Row> | Table<unknown>;

/**
 * A chart that takes tables and anything that can be iterated, and says which columns it misses.
 *
 * @param name How the chart is called, for the error.
 * @param chart Draws an array of rows.
 * @param needed Columns without which it cannot be drawn.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { loadChart } from "../charts/mod.ts";
 * import { table } from "../tables/mod.ts";
 * const load = ofRows("loadChart", loadChart, ["ts", "kwh"]);
 * assert.match(load(table([{ ts: new Date(0), kwh: 1 }]), { title: "Room 1" }).svg, /Room 1/);
 * assert.throws(() => load(table([{ at: 0 }])), {
 *   message: "Cannot draw loadChart: expected rows with ts and kwh, got at",
 * });
 * ```
 */
export function ofRows<Row extends object, Options>(
  name: string,
  chart: (rows: readonly Row[], options?: Options) => Chart,
  needed: readonly (keyof Row & string)[],
): (rows: ChartRows<Row>, options?: Options) => Chart {
  return (rows, options) => {
    if (rows instanceof Promise) {
      throw new TypeError(
        `Cannot draw ${name}: expected rows, got a promise: write await before it`,
      );
    }
    const array = [...rows] as Row[];
    const found = "toArquero" in rows
      ? rows.columns.map((column) => column.name)
      : Object.keys(array[0] ?? {});
    if (array.length > 0 && !needed.every((column) => found.includes(column))) {
      throw new TypeError(
        `Cannot draw ${name}: expected rows with ${listed(needed)}, got ${listed(found)}`,
      );
    }
    return chart(array, options);
  };
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "none";
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
