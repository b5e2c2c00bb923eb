/** A view's query for a few of its rows: windows cost nothing where nobody asks for their values. */
import type { Database } from "../../data/duckdb/mod.ts";

/** A part of DuckDB's own syntax tree, as its `json_serialize_sql` writes it. */
// deno-lint-ignore no-explicit-any
type Node = any;

/** What aggregates give whatever the order of their rows, for decimals, times and counts. */
const ORDERLESS: ReadonlySet<string> = new Set(
  ["count", "mad", "max", "median", "min", "quantile_cont", "sum"],
);

/** Which rows of a view are asked for. */
export interface WantedRows {
  /** Columns that tell the rows of the view apart. */
  readonly keys: readonly string[];
  /** Relation with these columns; it may hold a row twice. */
  readonly wanted: string;
}

/** Marks a constant that is a double even without a fraction, as JSON does not tell 1.0 from 1. */
const DOUBLE = "\u{E000}";

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
  const root = await parse(db, sql);
  const selects: Select[] = [
    ...root.cte_map.map.map((entry: Node) => ({ name: entry.key, node: entry.value.query.node })),
    { name: "", node: { ...root, cte_map: { map: [] } } },
  ];
  const rewritten = selects.filter((select) =>
    canRewrite(select.node, rows.keys) && !readersOf(select, selects).some(looksAcross)
  );
  const sources = new Set(rewritten.map(({ node }) => node.from_table.table_name));
  const texts: string[] = [];
  for (const select of selects) {
    const text = rewritten.includes(select)
      ? await aggregated(db, select.node, rows)
      : await print(db, select.node);
    const once = sources.has(select.name) ? "MATERIALIZED " : "";
    texts.push(select.name === "" ? text : `${select.name} AS ${once}(${text})`);
  }
  const last = texts.pop();
  const ctes = texts.length === 0 ? "" : `WITH ${texts.join(",\n")}`;
  return `SELECT view_row.* FROM (${ctes} ${last}) AS view_row
    SEMI JOIN ${rows.wanted} AS wanted_row ON ${sameKeys(rows.keys, "view_row")}`;
}

interface Select {
  /** Of the common table expression; empty for the last `SELECT`. */
  readonly name: string;
  readonly node: Node;
}

function canRewrite(node: Node, keys: readonly string[]): boolean {
  const windows = windowsOf(node.select_list);
  return windows.length > 0 && windows.every(isFrameAggregate) &&
    node.from_table.type === "BASE_TABLE" && !looksAcross({ ...node, select_list: [] }) &&
    keys.every((key) =>
      node.select_list.some((item: Node) =>
        item.class === "COLUMN_REF" && item.alias === "" && item.column_names.at(-1) === key
      )
    );
}

/** Whether a window is an orderless aggregate over a frame of values at or before that of its row. */
function isFrameAggregate(window: Node): boolean {
  return window.type === "WINDOW_AGGREGATE" && ORDERLESS.has(window.function_name) &&
    window.orders.length === 1 && window.exclude_clause === "NO_OTHER" &&
    ["UNBOUNDED_PRECEDING", "EXPR_PRECEDING_RANGE"].includes(window.start) &&
    ["CURRENT_ROW_RANGE", "EXPR_PRECEDING_RANGE"].includes(window.end);
}

/** Every select that reads this one, itself or through others. */
function readersOf({ name }: Select, selects: readonly Select[]): Node[] {
  if (name === "") return [];
  return selects.filter(({ node }) =>
    parts(node.from_table).some((part) => part.table_name === name)
  ).flatMap((reader) => [reader.node, ...readersOf(reader, selects)]);
}

/** Whether a row of the result may depend on several rows of what is read. */
function looksAcross(node: Node): boolean {
  return windowsOf(node.select_list).length > 0 || node.group_expressions?.length > 0 ||
    node.modifiers.length > 0 || node.having !== null || node.qualify !== null;
}

function windowsOf(tree: Node): Node[] {
  return parts(tree).filter((part) => part.class === "WINDOW");
}

/** All objects of a tree. */
function parts(tree: Node): Node[] {
  if (typeof tree !== "object" || tree === null) return [];
  const inner = Object.values(tree).flatMap(parts);
  return Array.isArray(tree) ? inner : [tree, ...inner];
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
  const name = node.from_table.alias || node.from_table.table_name;
  const relation = `${node.from_table.table_name} AS ${name}`;
  const where = node.where_clause === null
    ? ""
    : `WHERE ${await printExpression(db, node.where_clause)}`;
  const rows = `${relation} SEMI JOIN ${wanted} AS wanted_row ON ${sameKeys(keys, name)} ${where}`;
  const items = new Map<Node, Node>();
  const joins: string[] = [];
  for (const [i, windows] of [...frames.values()].entries()) {
    const [{ partitions, orders, start_expr, end_expr }] = windows;
    const by = await Promise.all(
      [...partitions, orders[0].expression].map((part) => printExpression(db, part)),
    );
    const order = by.at(-1);
    const at = by.map((_, part) => `frame_${i}.by_${part}`);
    const conditions = by.slice(0, -1).map((expression, part) => `${expression} = ${at[part]}`);
    if (start_expr !== null) {
      conditions.push(`${order} >= ${at.at(-1)} - ${await printExpression(db, start_expr)}`);
    }
    const back = end_expr === null ? "" : ` - ${await printExpression(db, end_expr)}`;
    conditions.push(`${order} <= ${at.at(-1)}${back}`);
    const values: string[] = [];
    for (const window of windows) {
      items.set(window, await valueOf(db, window, `frame_${i}`, `value_${values.length}`));
      values.push(`${await printExpression(db, asAggregate(window))} AS value_${values.length}`);
    }
    const distinct = by.map((expression, part) => `${expression} AS by_${part}`).join(", ");
    joins.push(`LEFT JOIN (SELECT ${[...at, ...values].join(", ")}
      FROM (SELECT DISTINCT ${distinct} FROM ${rows}) AS frame_${i}
      JOIN ${relation} ON ${conditions.join(" AND ")} ${where}
      GROUP BY ${at.join(", ")}) AS frame_${i}
      ON ${by.map((expression, part) => `${expression} = ${at[part]}`).join(" AND ")}`);
  }
  const list = await Promise.all(
    node.select_list.map((item: Node) => printExpression(db, replaced(item, items), item.alias)),
  );
  return `SELECT ${list.join(", ")} FROM (SELECT ${name}.* FROM ${rows}) AS ${name}
    ${joins.join("\n")}`;
}

function sameKeys(keys: readonly string[], name: string): string {
  return keys.map((key) => `wanted_row.${key} = ${name}.${key}`).join(" AND ");
}

/** What stands for a window: the value of its frame, and where that holds no row, what it then is. */
async function valueOf(db: Database, window: Node, frame: string, value: string): Promise<Node> {
  const of = window.function_name === "count"
    ? `coalesce(${frame}.${value}, 0)`
    : `${frame}.${value}`;
  return { ...(await parse(db, `SELECT ${of}`)).select_list[0], alias: window.alias };
}

function asAggregate(window: Node): Node {
  const { function_name, schema, catalog, children, filter_expr, distinct } = window;
  return {
    class: "FUNCTION",
    type: "FUNCTION",
    alias: "",
    function_name,
    schema,
    catalog,
    children,
    filter: filter_expr,
    order_bys: { type: "ORDER_MODIFIER", orders: [] },
    distinct,
    is_operator: false,
    export_state: false,
  };
}

function replaced(tree: Node, by: ReadonlyMap<Node, Node>): Node {
  if (typeof tree !== "object" || tree === null) return tree;
  if (by.has(tree)) return by.get(tree);
  if (Array.isArray(tree)) return tree.map((part) => replaced(part, by));
  return Object.fromEntries(Object.entries(tree).map(([key, part]) => [key, replaced(part, by)]));
}

async function parse(db: Database, sql: string): Promise<Node> {
  const [{ json }] = await db.rows<{ json: string }>(
    "SELECT json_serialize_sql($1::VARCHAR) AS json",
    [sql],
  );
  // Places in the text may be numbers beyond what JSON keeps exact, and are of no use here.
  const tree = JSON.parse(
    json.replace(/"value":(-?\d+\.\d[\d.e+-]*)/g, `"value":"${DOUBLE}$1"`),
    (key, value) => key === "query_location" ? undefined : value,
  );
  if (tree.error) throw new SyntaxError(`Cannot read a feature view: ${tree.error_message}`);
  return tree.statements[0].node;
}

async function print(db: Database, node: Node): Promise<string> {
  const tree = { error: false, statements: [{ node, named_param_map: [] }] };
  const [{ text }] = await db.rows<{ text: string }>(
    "SELECT json_deserialize_sql($1::JSON) AS text",
    [JSON.stringify(tree).replace(new RegExp(`"${DOUBLE}([^"]*)"`, "g"), "$1")],
  );
  return text;
}

/** @param alias Its name as a column. */
async function printExpression(db: Database, expression: Node, alias = ""): Promise<string> {
  const node = await parse(db, "SELECT 1");
  node.select_list = [{ ...expression, alias }];
  return (await print(db, node)).replace(/^SELECT /, "");
}
