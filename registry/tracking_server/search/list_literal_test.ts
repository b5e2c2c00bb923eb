import assert from "node:assert/strict";
import { listLiteral } from "./list_literal.ts";

Deno.test("listLiteral() reads texts as Python's literal_eval does", () => {
  assert.deepEqual(listLiteral(`('a', "b", 'c' 'd',)`), ["a", "b", "cd"]);
  assert.deepEqual(listLiteral("('a')"), ["a"]);
  assert.deepEqual(listLiteral(String.raw`('a\'b')`), ["a'b"]);
});

Deno.test("listLiteral() refuses in SearchUtils' words", () => {
  const start = "While parsing a list in the query, expected";
  const other = "string value, punctuation, or whitespace, but got different type in list:";
  for (
    const [list, rest] of [
      ["()", "a non-empty list of string values, but got empty list"],
      ["('a' 2)", "a non-empty list of string values, but got ill-formed list."],
      ["(a)", "a non-empty list of string values, but got ill-formed list."],
      ["(1, 2)", `${other} (1, 2)`],
      ["('a', 2)", `${other} ('a', 2)`],
      ["(5)", `${other} (5,)`],
    ]
  ) assert.throws(() => listLiteral(list), { message: `${start} ${rest}` });
});
