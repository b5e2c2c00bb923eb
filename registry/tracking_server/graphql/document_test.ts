import assert from "node:assert/strict";
import { readDocument } from "./document.ts";

function times(count: number, text: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => text(i)).join(" ");
}

function nested(depth: number): string {
  return "{ a ".repeat(depth) + "}".repeat(depth);
}

for (
  const [limit, within, beyond, message] of [
    ["depth", nested(10), nested(11), "Query exceeds maximum depth of 10"],
    [
      "selections",
      `{ a { ${times(999, () => "b")} } }`,
      `{ a { ${times(1000, () => "b")} } }`,
      "Query exceeds maximum total selections of 1000",
    ],
    [
      "root fields",
      `{ ${times(10, (i) => `a${i}`)} }`,
      `{ ${times(11, (i) => `a${i}`)} }`,
      "GraphQL queries should have at most 10 root fields, got 11 root fields",
    ],
    [
      "root fields of inline fragments",
      `{ ... { ${times(5, (i) => `a${i}`)} } ... { ${times(5, (i) => `b${i}`)} } }`,
      `{ ... { ${times(6, (i) => `a${i}`)} } ... { ${times(6, (i) => `b${i}`)} } }`,
      "GraphQL queries should have at most 10 root fields, got 12 root fields",
    ],
    [
      "aliases",
      `{ a { ${times(10, (i) => `b${i}: b`)} } }`,
      `{ a { ${times(11, (i) => `b${i}: b`)} } }`,
      "GraphQL queries should have at most 10 aliases, got 11 aliases",
    ],
    [
      "nesting of values",
      `{ a(b: ${"[".repeat(98)}${"]".repeat(98)}) }`,
      `{ a(b: ${"[".repeat(50_000)}`,
      "Cannot read the query: expected at most 20000 tokens and 100 levels",
    ],
    [
      "tokens",
      `{ a(b: [${times(19_000, () => "1")}]) }`,
      `{ a(b: [${times(20_001, () => "1")}]) }`,
      "Cannot read the query: expected at most 20000 tokens and 100 levels",
    ],
  ]
) {
  Deno.test(`readDocument() bounds ${limit}`, () => {
    assert.equal(readDocument(within).definitions.length, 1);
    assert.throws(() => readDocument(beyond), { name: "GraphQLError", message });
  });
}

Deno.test("readDocument() counts selections over all definitions", () => {
  const fields = times(501, () => "a");
  assert.throws(
    () => readDocument(`query A { a { ${fields} } } query B { a { ${fields} } }`),
    { message: "Query exceeds maximum total selections of 1000" },
  );
});
