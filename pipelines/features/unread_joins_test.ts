import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { parseSelect, printSelects } from "./sql_tree.ts";
import { withoutUnread } from "./unread_joins.ts";

const keysOf = new Map([["b", ["id", "hour"]], ["c", ["id"]]]);

Deno.test("withoutUnread() leaves out only what adds one row at most and is not read", async () => {
  await using db = await openDatabase({ threads: 1 });
  const b = "b ON b.id = a.id AND b.hour = a.hour - 1";
  for (
    const [from, kept] of [
      [`a LEFT JOIN ${b} LEFT JOIN c ON a.id = c.id`, ["a"]],
      // One of its columns is read by a later join.
      [`a LEFT JOIN ${b} JOIN c ON c.id = b.x`, ["a", "b", "c"]],
      // It may take rows away, or add several.
      [`a JOIN ${b}`, ["a", "b"]],
      ["a LEFT JOIN b ON b.id = a.id", ["a", "b"]],
      ["a LEFT JOIN b ON b.id = a.id AND b.hour >= a.hour", ["a", "b"]],
      ["a LEFT JOIN b ON b.id = a.id AND b.hour = b.id", ["a", "b"]],
      ["a LEFT JOIN d ON d.id = a.id", ["a", "d"]],
      // By another name.
      ["a LEFT JOIN b AS a1 ON a1.id = a.id AND a1.hour = a.hour", ["a"]],
    ] as const
  ) {
    const node = await parseSelect(db, `SELECT a.id FROM ${from}`);
    const [text] = await printSelects(db, [{ ...node, from_table: withoutUnread(node, keysOf) }]);
    const tables = [...text.matchAll(/(?:FROM|JOIN) (\w+)/g)].map(([, name]) => name);
    assert.deepEqual(tables, kept, from);
  }
});

Deno.test("withoutUnread() keeps what a star or a name alone may read", async () => {
  await using db = await openDatabase({ threads: 1 });
  for (const list of ["*", "c.*", "x", "c.x"]) {
    const node = await parseSelect(db, `SELECT ${list} FROM a LEFT JOIN c ON c.id = a.id`);
    assert.equal(withoutUnread(node, keysOf).type, "JOIN", list);
  }
});
