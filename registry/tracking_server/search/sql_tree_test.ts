import assert from "node:assert/strict";
import { sqlWords } from "./sql_lexer.ts";
import { isKeyword, sqlTree } from "./sql_tree.ts";

// Groups of sqlparse 0.6: `[type(t).__name__ for t in sqlparse.parse(sql)[0].tokens]`.
const grouped: Readonly<Record<string, readonly string[]>> = {
  "metrics.auc > 0.9 AND a = 'b'": [
    "Comparison metrics.auc > 0.9",
    "keyword AND",
    "Comparison a = 'b'",
  ],
  "run_id IN ('a', 'b')": ["Identifier run_id", "keyword IN", "Parenthesis ('a', 'b')"],
  "metrics.a-b > 1": ["Comparison metrics.a-b > 1"],
  "a = 1, b = 2": ["IdentifierList a = 1, b = 2"],
  "metrics.my metric > 1": ["Identifier metrics.my", "Comparison metric > 1"],
  "a b": ["Identifier a b"],
  "a = 'b' = 'c'": ["Comparison a = 'b' = 'c'"],
  "tags.count(x) = 'y'": ["Comparison tags.count(x) = 'y'"],
  "metrics.a.1 > 1": ["Identifier metrics.a", "Comparison .1 > 1"],
  "metrics. > 1": ["Comparison metrics. > 1"],
  "a > /* c */ 1": ["Identifier a", "comparison >", "Comment /* c */", "integer 1"],
  "a DESC": ["Identifier a DESC"],
  "(": ["punctuation ("],
};

for (const [sql, expected] of Object.entries(grouped)) {
  Deno.test(`sqlTree() groups ${sql} as sqlparse does`, () => {
    const nodes = sqlTree(sqlWords(sql)).filter(({ kind }) => kind !== "space");
    assert.deepEqual(nodes.map(({ kind, text }) => `${kind} ${text}`), expected);
  });
}

Deno.test("isKeyword() knows a keyword in any case, and no name like it", () => {
  assert.equal(isKeyword({ kind: "keyword", text: "and" }, "AND"), true);
  assert.equal(isKeyword({ kind: "name", text: "AND" }, "AND"), false);
  assert.equal(isKeyword(undefined, "AND"), false);
});
