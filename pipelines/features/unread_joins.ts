/** Joins of a select that change nothing. */
import { type Node, partsOf } from "./sql_tree.ts";

/**
 * The `FROM` of a select without the relations that it joins from the left by all of their keys, and of
 * which it reads nothing: each adds one row at most, and never takes one away.
 *
 * @param node The select; every column that it reads of a joined relation stands with the relation's name.
 * @param keysOf Columns that tell the rows of a relation apart.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { parseSelect, printSelects } from "./sql_tree.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const node = await parseSelect(db, "SELECT a.x FROM a LEFT JOIN b ON b.id = a.other");
 * const from_table = withoutUnread(node, new Map([["b", ["id"]]]));
 * assert.deepEqual(await printSelects(db, [{ ...node, from_table }]), ["SELECT a.x FROM a"]);
 * ```
 */
export function withoutUnread(
  node: Node,
  keysOf: ReadonlyMap<string, readonly string[]>,
): Node {
  // A name without its relation, or a star, may be of any of them.
  const plain = partsOf(node).some(({ class: kind, column_names, relation_name }) =>
    (kind === "STAR" && relation_name === "") || (kind === "COLUMN_REF" && column_names.length < 2)
  );
  if (plain) return node.from_table;
  const strip = (from: Node): Node => {
    if (from.type !== "JOIN") return from;
    const { right, condition } = from;
    const alias = right.alias || right.table_name;
    const keys = right.type === "BASE_TABLE" ? keysOf.get(right.table_name) : undefined;
    const read = partsOf(node).filter((part) => names(part) === alias).length;
    const readHere = partsOf(condition).filter((part) => names(part) === alias).length;
    const unread = from.join_type === "LEFT" && keys !== undefined && keys.length > 0 &&
      read === readHere && isByKeys(condition, alias, keys);
    return unread ? strip(from.left) : { ...from, left: strip(from.left) };
  };
  return strip(node.from_table);
}

/** The relation that an expression names. */
function names(part: Node): string | undefined {
  if (part.class === "STAR") return part.relation_name;
  return part.class === "COLUMN_REF" ? part.column_names[0] : undefined;
}

/** Whether a condition lets pass one row at most: each key of the relation equals something else. */
function isByKeys(condition: Node, alias: string, keys: readonly string[]): boolean {
  const conjuncts = (part: Node): Node[] =>
    part?.type === "CONJUNCTION_AND" ? part.children.flatMap(conjuncts) : [part];
  const given = conjuncts(condition).filter((part) => part?.type === "COMPARE_EQUAL");
  return keys.every((key) =>
    given.some(({ left, right }) =>
      [[left, right], [right, left]].some(([own, other]) =>
        names(own) === alias && own.column_names.at(-1) === key &&
        partsOf(other).every((part) => names(part) !== alias)
      )
    )
  );
}
