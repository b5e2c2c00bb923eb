import assert from "node:assert/strict";
import { clausesOf } from "./clauses.ts";
import { sqlStatements } from "./sql_statement.ts";

function parts(sql: string): [string[][], readonly string[]] {
  const { comparisons, others } = clausesOf(sqlStatements(sql)[0]);
  return [comparisons.map((clause) => clause.parts.map(({ text }) => text)), others];
}

Deno.test("clausesOf() joins what sqlparse leaves apart", () => {
  assert.deepEqual(parts("a NOT IN ('b') AND c is null"), [
    [["a", "NOT IN", "('b')"], ["c", "IS NULL"]],
    [],
  ]);
  assert.deepEqual(parts("a IS NOT NULL"), [[["a", "IS NOT NULL"]], []]);
});

Deno.test("clausesOf() tells what is neither a comparison nor AND", () => {
  assert.deepEqual(parts("a = 1 OR b = 2;"), [[["a", "=", "1"], ["b", "=", "2"]], ["OR", ";"]]);
  assert.deepEqual(parts("a IS 5 AND b = 2"), [[["b", "=", "2"]], ["a", "IS", "5"]]);
  assert.deepEqual(parts("a IN 5"), [[], ["a", "IN", "5"]]);
});
