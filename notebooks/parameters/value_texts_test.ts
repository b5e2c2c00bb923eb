import assert from "node:assert/strict";
import { valueTexts } from "./value_texts.ts";

Deno.test("valueTexts() prefers what is given, and writes computed defaults as they stand", () => {
  const all = { keyword: "const", type: "json" } as const;
  const parameters = [
    { ...all, name: "given", fallback: "1" },
    { ...all, name: "list", fallback: "['a', 1_0]" },
    { ...all, name: "computed", fallback: "f('a')" },
    { ...all, name: "unset" },
  ];
  assert.deepEqual(valueTexts(parameters, { given: null }), {
    given: "null",
    list: '["a",10]',
    computed: "f('a')",
    unset: "",
  });
  assert.deepEqual(valueTexts(parameters.slice(0, 1), { given: "a b" }), { given: "a b" });
});
