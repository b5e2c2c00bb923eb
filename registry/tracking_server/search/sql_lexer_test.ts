import assert from "node:assert/strict";
import { sqlWords } from "./sql_lexer.ts";

// Kinds of sqlparse 0.6's lexer.
Deno.test("sqlWords() cuts as sqlparse does", () => {
  const kinds = (sql: string) =>
    sqlWords(sql).filter(({ kind }) => kind !== "space").map(({ kind, text }) => `${kind} ${text}`);
  assert.deepEqual(kinds("metrics.`a b` >= -1.5e3"), [
    ...["name metrics", "punctuation .", "name `a b`", "comparison >=", "float -1.5e3"],
  ]);
  assert.deepEqual(kinds("status NOT LIKE 'it''s' /* c */"), [
    ...["name status", "comparison NOT LIKE", "single 'it''s'", "comment /* c */"],
  ]);
  assert.deepEqual(kinds("key IS not  null DESC timestamp"), [
    ...["keyword key", "keyword IS", "keyword not  null", "order DESC", "builtin timestamp"],
  ]);
  assert.deepEqual(kinds('tags.select = "x"\''), [
    ...["name tags", "punctuation .", "name select", "comparison =", 'symbol "x"', "error '"],
  ]);
});

Deno.test("sqlWords() loses no character", () => {
  for (const sql of ["a = '🙂'", "\n\t--x\r\n", "#$%&\\´`", "☃ 0x1F [x]", ""]) {
    assert.equal(sqlWords(sql).map(({ text }) => text).join(""), sql);
  }
});
