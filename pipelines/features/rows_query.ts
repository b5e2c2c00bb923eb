/** A view's query for a few of its rows: windows cost nothing where nobody asks for their values. */
import type { Database } from "../../data/duckdb/mod.ts";
import {
  framedSelects,
  hasOnlyWanted,
  replaced,
  sameKeys,
  type WantedRows,
  windowsOf,
} from "./framed_selects.ts";
import { mergedFrames } from "./merged_frames.ts";
import { type Node, printExpressions, printSelects } from "./sql_tree.ts";
import { asAggregates, isOwnValue, valueOf } from "./window_values.ts";

/**
 * The query of a view for the rows whose keys are in another relation, with the values that the view
 * itself gives them. DuckDB computes a window for every row that it reads, wanted or not; here
 * the windows become aggregates over the frames of the wanted rows. An aggregate comes out the same
 * bit for bit where it does not depend on the order of its rows, so no sum may be one of doubles.
 *
 * Rewritten is each `SELECT` that has windows over one relation, returns the keys, and is followed by
 * none that looks across rows. The rest stays as it is: a view of another form is computed whole.
 *
 * @param db Parses the text; nothing of it is run.
 * @param sql Text of the view.
 * @throws {SyntaxError} When the text is no SQL.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE loads AS SELECT h, CAST(2 * h AS DECIMAL(9, 3)) AS kwh FROM range(100) t(h);
 *   CREATE TABLE chosen AS SELECT 7 AS h`);
 * const sql = await rowsQuery(db, `SELECT h, sum(kwh) OVER (
 *   ORDER BY h RANGE BETWEEN 2 PRECEDING AND CURRENT ROW) AS three FROM loads`, { keys: ["h"], wanted: "chosen" });
 * assert.deepEqual(await db.rows(sql), [{ h: 7, three: 36 }]);
 * ```
 */
export async function rowsQuery(
  db: Database,
  sql: string,
  rows: WantedRows,
): Promise<string> {
  const { selects, rewritten } = await framedSelects(db, sql, rows);
  const sources = new Set(rewritten.map(({ node }) => node.from_table.table_name));
  const merged = await mergedFrames(db, selects, rewritten, rows);
  const texts: string[] = [];
  for (const select of selects) {
    const text = merged.get(select.name) ??
      (rewritten.includes(select)
        ? await aggregated(db, select.node, rows)
        : (await printSelects(db, [select.node]))[0]);
    const once = sources.has(select.name) ? "MATERIALIZED " : "";
    texts.push(select.name === "" ? text : `${select.name} AS ${once}(${text})`);
  }
  const last = texts.pop();
  const ctes = texts.length === 0 ? "" : `WITH ${texts.join(",\n")}`;
  if (hasOnlyWanted(selects.at(-1)!, selects, rewritten, rows.keys)) return `${ctes} ${last}`;
  return `SELECT view_row.* FROM (${ctes} ${last}) AS view_row
    SEMI JOIN ${rows.wanted} AS wanted_row ON ${sameKeys(rows.keys, "view_row")}`;
}

/** The text of a select whose windows have become aggregates of the rows that each frame holds. */
async function aggregated(
  db: Database,
  node: Node,
  { keys, wanted }: WantedRows,
): Promise<string> {
  const frames = Map.groupBy(
    windowsOf(node.select_list),
    ({ partitions, orders, start, end, start_expr, end_expr }) =>
      JSON.stringify([partitions, orders, start, end, start_expr, end_expr]),
  );
  const expressions: Node[] = [];
  const ask = (expression: Node, alias = "") => expressions.push({ ...expression, alias }) - 1;
  const asked = [...frames.values()].map((windows) => ({
    by: [...windows[0].partitions, windows[0].orders[0].expression].map((part) => ask(part)),
    start: windows[0].start_expr && ask(windows[0].start_expr),
    end: windows[0].end_expr && ask(windows[0].end_expr),
    ...asAggregates(windows, ask),
    own: windows.every(isOwnValue)
      ? windows.map(({ children }, i) => ask(children[0], `value_${i}`))
      : undefined,
  }));
  const items = new Map<Node, Node>();
  [...frames.values()].forEach((windows, frame) =>
    windows.forEach((window, i) =>
      items.set(window, valueOf(window, [`frame_${frame}`, `value_${i}`]))
    )
  );
  const list = node.select_list.map((item: Node) => ask(replaced(item, items), item.alias));
  const where = node.where_clause && ask(node.where_clause);
  const texts = await printExpressions(db, expressions);

  const name = node.from_table.alias || node.from_table.table_name;
  const relation = `${node.from_table.table_name} AS ${name}`;
  const only = where === null ? "" : `WHERE ${texts[where]}`;
  const rows = `${relation} SEMI JOIN ${wanted} AS wanted_row ON ${sameKeys(keys, name)} ${only}`;
  const joins = asked.map(({ by, start, end, values, computed, own: single }, i) => {
    const own = by.map((part) => texts[part]);
    const at = by.map((_, part) => `frame_${i}.by_${part}`);
    const [order, row] = [own.at(-1), at.at(-1)];
    const same = own.map((expression, part) => `${expression} = ${at[part]}`);
    const within = [
      ...same.slice(0, -1),
      ...(start === null ? [] : [`${order} >= ${row} - ${texts[start]}`]),
      `${order} <= ${row}${end === null ? "" : ` - ${texts[end]}`}`,
    ];
    const named = own.map((expression, part) => `${expression} AS by_${part}`).join(", ");
    const isByKeys = own.toSorted().join() === keys.toSorted().join();
    if (isByKeys && single !== undefined && start !== null && texts[start] === texts[end]) {
      // A frame of one point in time holds one row, whose values are those of the frame.
      return `LEFT JOIN (SELECT ${[named, ...single.map((value) => texts[value])].join(", ")}
        FROM ${relation} ${only}) AS frame_${i}
        ON ${same.slice(0, -1).concat(`${row} = ${order} - ${texts[start]}`).join(" AND ")}`;
    }
    // A frame of each row is named by the keys alone; others, such as those of a day, have many rows.
    const frames = isByKeys
      ? `SELECT ${named} FROM ${wanted}`
      : `SELECT DISTINCT ${named} FROM ${rows}`;
    const held = [`${name}.*`, ...computed.map((argument) => texts[argument])].join(", ");
    return `LEFT JOIN (SELECT ${[...at, ...values.map((value) => texts[value])].join(", ")}
      FROM (${frames}) AS frame_${i}
      JOIN (SELECT ${held} FROM ${relation} ${only}) AS ${name} ON ${within.join(" AND ")}
      GROUP BY ${at.join(", ")}) AS frame_${i} ON ${same.join(" AND ")}`;
  });
  const selected = list.map((item: number) => texts[item]).join(", ");
  return `SELECT ${selected} FROM (SELECT ${name}.* FROM ${rows}) AS ${name}
    ${joins.join("\n")}`;
}
