import assert from "node:assert/strict";
import fc from "fast-check";
import { readLiteral } from "./literal.ts";

Deno.test("readLiteral() reads what JSON.stringify() writes", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    const json = JSON.stringify(value);
    assert.equal(JSON.stringify(readLiteral(json)), JSON.stringify(JSON.parse(json)));
  }));
});

Deno.test("readLiteral() reads what only TypeScript writes so", () => {
  const values: [string, unknown][] = [
    ["'it\\'s'", "it's"],
    ["`a\nb`", "a\nb"],
    ["'\\u{1F600}\\x41\\n\\q'", "😀A\nq"],
    ["1_000", 1000],
    ["0x10", 16],
    ["-1.5e-3", -0.0015],
    ["{ a: 1, 'b c': [true, null,], }", { a: 1, "b c": [true, null] }],
    ["['a', 'b'] as const", ["a", "b"]],
    ["[1, // one\n 2]", [1, 2]],
  ];
  for (const [text, value] of values) assert.deepEqual(readLiteral(text), value, text);
});

Deno.test("readLiteral() leaves alone what has to be computed", () => {
  const texts = [
    "",
    "a",
    "1 + 1",
    "f()",
    "`${a}`",
    "[a]",
    "{ a }",
    "{ ...a }",
    "-a",
    "12n",
    "[1 2]",
    "[1",
  ];
  for (const text of texts) assert.equal(readLiteral(text), undefined, text);
});
