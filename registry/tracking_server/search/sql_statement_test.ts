import assert from "node:assert/strict";
import { sqlStatements } from "./sql_statement.ts";

Deno.test("sqlStatements() splits behind semicolons that stand in no parentheses", () => {
  const texts = (sql: string) =>
    sqlStatements(sql).map((nodes) => nodes.map(({ text }) => text).join(""));
  assert.deepEqual(texts("a = 1; b = 2"), ["a = 1; ", "b = 2"]);
  assert.deepEqual(texts("a = (';');"), ["a = (';');"]);
  assert.deepEqual(texts("a = (1;2)"), ["a = (1;2)"]);
  assert.deepEqual(texts(" \n"), []);
});
