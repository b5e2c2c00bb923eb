import assert from "node:assert/strict";
import { tokensOf } from "./tokens.ts";

Deno.test("tokensOf() takes texts and numbers whole and leaves comments out", () => {
  const source = "a /* 'b\n' */ = 'it\\'s' // \"\n+ 1_000e-3 + `c\n\"d`;";
  assert.deepEqual(tokensOf(source).map(({ kind, text, startsLine }) => [kind, text, startsLine]), [
    ["name", "a", true],
    ["sign", "=", true],
    ["string", "'it\\'s'", false],
    ["sign", "+", true],
    ["number", "1_000e-3", false],
    ["sign", "+", false],
    ["string", '`c\n"d`', false],
    ["sign", ";", false],
  ]);
  for (const { text, at } of tokensOf(source)) {
    assert.equal(source.slice(at, at + text.length), text);
  }
});
