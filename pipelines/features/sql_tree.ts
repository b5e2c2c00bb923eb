/** Queries as trees, by DuckDB's own parser. */
import type { Database } from "../../data/duckdb/mod.ts";

/** A part of DuckDB's own syntax tree, as its `json_serialize_sql` writes it. */
// deno-lint-ignore no-explicit-any
export type Node = any;

/** Numbers that JavaScript may write otherwise, such as 1.0 and large integers. */
const INEXACT = /(?<!\\)":(-?(?:\d+\.\d+(?:e[+-]?\d+)?|\d+e[+-]?\d+|\d{16,}))/gi;
/** Marks such a number, kept as its text. */
const AS_WRITTEN = "\u{E000}";

/**
 * The tree of a query.
 *
 * @throws {SyntaxError} When the text is no query.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * assert.equal((await parseSelect(db, "SELECT 1 AS one")).select_list[0].alias, "one");
 * ```
 */
export async function parseSelect(db: Database, sql: string): Promise<Node> {
  const [{ json }] = await db.rows<{ json: string }>(
    "SELECT json_serialize_sql($1::VARCHAR) AS json",
    [sql],
  );
  // Places in the text may be numbers beyond what JSON keeps exact, and are of no use here.
  const tree = JSON.parse(
    json.replace(INEXACT, `":"${AS_WRITTEN}$1"`),
    (key, value) => key === "query_location" ? undefined : isDouble(value) ? asCast(value) : value,
  );
  if (tree.error) throw new SyntaxError(`Cannot read a feature view: ${tree.error_message}`);
  return tree.statements[0].node;
}

function isDouble(part: Node): boolean {
  return part?.class === "CONSTANT" && part.value.type.id === "DOUBLE" && !part.value.is_null;
}

/** A constant as a cast of its text, as DuckDB prints 1e12 like the decimal that it is not. */
function asCast({ alias, ...constant }: Node): Node {
  const text = String(constant.value.value).replace(AS_WRITTEN, "");
  const value = { type: { id: "VARCHAR", type_info: null }, is_null: false, value: text };
  return {
    class: "CAST",
    type: "OPERATOR_CAST",
    alias,
    child: { ...constant, alias: "", value },
    cast_type: { id: "DOUBLE", type_info: null },
    try_cast: false,
  };
}

/**
 * The texts of queries.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const tree = await parseSelect(db, "select 1.5 as x");
 * assert.deepEqual(await printSelects(db, [tree]), ["SELECT 1.5 AS x"]);
 * ```
 */
export async function printSelects(db: Database, nodes: readonly Node[]): Promise<string[]> {
  const trees = nodes.map((node) => ({
    error: false,
    statements: [{ node, named_param_map: [] }],
  }));
  const rows = await db.rows<{ text: string }>(
    `SELECT json_deserialize_sql(value) AS text FROM json_each($1::JSON) ORDER BY CAST(key AS INTEGER)`,
    [JSON.stringify(trees).replace(new RegExp(`"${AS_WRITTEN}([^"]*)"`, "g"), "$1")],
  );
  return rows.map(({ text }) => text);
}

/**
 * The texts of expressions, with their names as columns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const { select_list } = await parseSelect(db, "SELECT 2 * h AS twice, h FROM t");
 * assert.deepEqual(await printExpressions(db, select_list), ["(2 * h) AS twice", "h"]);
 * ```
 */
export async function printExpressions(
  db: Database,
  expressions: readonly Node[],
): Promise<string[]> {
  const shell = await parseSelect(db, "SELECT 1");
  const texts = await printSelects(
    db,
    expressions.map((expression) => ({ ...shell, select_list: [expression] })),
  );
  return texts.map((text) => text.replace(/^SELECT /, ""));
}

/**
 * All objects of a tree, itself included.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(partsOf({ a: [{ b: 1 }] }), [{ a: [{ b: 1 }] }, { b: 1 }]);
 * ```
 */
export function partsOf(tree: Node): Node[] {
  if (typeof tree !== "object" || tree === null) return [];
  const inner = Object.values(tree).flatMap(partsOf);
  return Array.isArray(tree) ? inner : [tree, ...inner];
}
