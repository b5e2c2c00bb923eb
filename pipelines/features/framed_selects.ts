/** The selects of a view, and which of them have windows that are aggregates over frames of rows. */
import type { Database } from "../../data/duckdb/mod.ts";
import type { KeptFrames } from "./kept_frames.ts";
import { type Node, parseSelect, partsOf } from "./sql_tree.ts";
import { withoutUnread } from "./unread_joins.ts";

/** What aggregates give whatever the order of their rows, for decimals, times and counts. */
const ORDERLESS: ReadonlySet<string> = new Set(
  ["count", "mad", "max", "median", "min", "quantile_cont", "sum"],
);

/** Which rows of a view are asked for. */
export interface WantedRows {
  /** Columns that tell the rows of the view apart. */
  readonly keys: readonly string[];
  /** Relation with these columns, which holds each row once. */
  readonly wanted: string;
  /** Columns beside the keys; others are not computed. @default {all of the view} */
  readonly columns?: readonly string[];
  /** Columns that tell the rows of a relation apart: what is not read of one joined by them is left out. */
  readonly keysOf?: ReadonlyMap<string, readonly string[]>;
  /** What the frames of the wanted rows hold of the rows before their day. @default {nothing is known} */
  readonly kept?: KeptFrames & {
    /** Relation with the rows of its query; every wanted row has one. */
    readonly relation: string;
  };
}

/** A select of a view. */
export interface Select {
  /** Of the common table expression; empty for the last `SELECT`. */
  readonly name: string;
  readonly node: Node;
}

/**
 * The selects of a view in their order, without what the wanted columns do not need, and those whose
 * windows can be computed for the wanted rows alone: each has windows over one relation, returns the
 * keys, and is followed by none that looks across rows.
 *
 * @param db Parses the text; nothing of it is run.
 * @throws {SyntaxError} When the text is no SQL.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const { rewritten } = await framedSelects(db, `WITH sums AS (SELECT h, sum(kwh) OVER (
 *   ORDER BY h RANGE BETWEEN 2 PRECEDING AND CURRENT ROW) AS three FROM loads)
 *   SELECT h, three / 3 AS mean FROM sums`, { keys: ["h"] });
 * assert.deepEqual(rewritten.map(({ name }) => name), ["sums"]);
 * ```
 */
export async function framedSelects(
  db: Database,
  sql: string,
  { keys, columns, keysOf }: Pick<WantedRows, "keys" | "columns" | "keysOf">,
): Promise<{ selects: readonly Select[]; rewritten: readonly Select[] }> {
  const root = await parseSelect(db, sql);
  const selects: Select[] = [
    ...root.cte_map.map.map((entry: Node) => ({ name: entry.key, node: entry.value.query.node })),
    { name: "", node: { ...root, cte_map: { map: [] } } },
  ];
  if (columns !== undefined) prune(selects, [...keys, ...columns], keysOf ?? new Map());
  const rewritten = selects.filter((select) =>
    canRewrite(select.node, keys) && !readersOf(select, selects).some(looksAcross)
  );
  return { selects, rewritten };
}

/** Takes away what neither the result nor a later select names: DuckDB computes it all the same. */
function prune(
  selects: readonly Select[],
  names: readonly string[],
  keysOf: ReadonlyMap<string, readonly string[]>,
): void {
  const named = new Set(names);
  for (const { node } of selects.toReversed()) {
    if (!looksAcross({ ...node, select_list: [] })) {
      node.select_list = node.select_list.filter((item: Node) => {
        const name = item.alias || item.column_names?.at(-1);
        return item.class === "STAR" || name === undefined || named.has(name);
      });
    }
    node.from_table = withoutUnread(node, keysOf);
    for (const part of partsOf(node)) {
      if (part.class === "COLUMN_REF") named.add(part.column_names.at(-1));
    }
  }
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
export function readersOf({ name }: Select, selects: readonly Select[]): Node[] {
  if (name === "") return [];
  return selects.filter(({ node }) =>
    partsOf(node.from_table).some((part) => part.table_name === name)
  ).flatMap((reader) => [reader.node, ...readersOf(reader, selects)]);
}

/** Whether a select returns the keys of the one that it begins with, which has none but wanted rows. */
export function hasOnlyWanted(
  select: Select,
  selects: readonly Select[],
  rewritten: readonly Select[],
  keys: readonly string[],
): boolean {
  if (rewritten.includes(select)) return true;
  const { select_list, from_table } = select.node;
  let first = from_table;
  for (; first.type === "JOIN"; first = first.left) {
    if (!["INNER", "LEFT"].includes(first.join_type)) return false;
  }
  const source = selects.find(({ name }) => name !== "" && name === first.table_name);
  if (source === undefined || looksAcross(select.node)) return false;
  const names = [first.alias || first.table_name, ...(first === from_table ? [undefined] : [])];
  const keepsKeys = keys.every((key) =>
    select_list.some((item: Node) =>
      item.class === "STAR"
        ? isWholeStar(item) && names.includes(item.relation_name || undefined)
        : item.class === "COLUMN_REF" && ["", key].includes(item.alias) &&
          item.column_names.at(-1) === key && names.includes(item.column_names.at(-2))
    )
  );
  return keepsKeys && hasOnlyWanted(source, selects, rewritten, keys);
}

/** Whether a star leaves out and replaces nothing. */
function isWholeStar(star: Node): boolean {
  return Object.values(star).every((part) => !Array.isArray(part) || part.length === 0);
}

/** Whether a row of the result may depend on several rows of what is read. */
export function looksAcross(node: Node): boolean {
  return windowsOf(node.select_list).length > 0 || node.group_expressions?.length > 0 ||
    node.modifiers.length > 0 || node.having !== null || node.qualify !== null;
}

/** The windows in a part of a select. */
export function windowsOf(tree: Node): Node[] {
  return partsOf(tree).filter((part) => part.class === "WINDOW");
}

/** A tree with other parts in the place of some. */
export function replaced(tree: Node, by: ReadonlyMap<Node, Node>): Node {
  if (typeof tree !== "object" || tree === null) return tree;
  if (by.has(tree)) return by.get(tree);
  if (Array.isArray(tree)) return tree.map((part) => replaced(part, by));
  return Object.fromEntries(Object.entries(tree).map(([key, part]) => [key, replaced(part, by)]));
}

/** The condition that a wanted row has the keys of one of a relation. */
export function sameKeys(keys: readonly string[], name: string): string {
  return keys.map((key) => `wanted_row.${key} = ${name}.${key}`).join(" AND ");
}
