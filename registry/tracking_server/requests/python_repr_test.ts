import assert from "node:assert/strict";
import { pythonRepr } from "./python_repr.ts";

Deno.test("pythonRepr() quotes and escapes as Python 3.11 does", () => {
  // `repr(text)`
  for (
    const [text, shown] of [
      ["a", "'a'"],
      ["it's", `"it's"`],
      [`'"`, `'\\'"'`],
      ["a\\b", "'a\\\\b'"],
      ["a\n\t\r", "'a\\n\\t\\r'"],
      ["\0\x7f\xa0", "'\\x00\\x7f\\xa0'"],
      ["\u200b\u{e0001}", "'\\u200b\\U000e0001'"],
      ["ü🙂 ", "'ü🙂 '"],
    ]
  ) assert.equal(pythonRepr(text), shown);
});

Deno.test("pythonRepr() writes lists and dictionaries of texts", () => {
  assert.equal(pythonRepr(["a", { b: "1", c: "it's" }]), `['a', {'b': '1', 'c': "it's"}]`);
  assert.equal(pythonRepr([]), "[]");
  assert.equal(pythonRepr([true, false, null, 5]), "[True, False, None, 5]");
});
