import assert from "node:assert/strict";
import { readYaml } from "./yaml.ts";

Deno.test("readYaml() leaves every scalar as it is written, and null alone is none", () => {
  const text = `
# as PyYAML writes
id: 76e2712345
number: '0'
time: 1795857640845
none: null
empty: ''
absent:
word: 'null'
folded: '{"a": 1,
  "b": 2}'
escaped: "two\\nlines \\xFC"
list: []
map: {champion: '1', ~: x}
`;
  assert.deepEqual(readYaml(text), {
    id: "76e2712345",
    number: "0",
    time: "1795857640845",
    none: null,
    empty: "",
    absent: null,
    word: "null",
    folded: '{"a": 1, "b": 2}',
    escaped: "two\nlines ü",
    list: [],
    map: { champion: "1", "~": "x" },
  });
});

Deno.test("readYaml() refuses what is not YAML, and the text that grows out of its aliases", () => {
  assert.throws(() => readYaml("a: [1"), { name: "SyntaxError", message: /^Cannot read YAML: / });
  assert.throws(() => readYaml("a: 1\na: 2"), /^SyntaxError: Cannot read YAML: Map keys must be/);
  const bomb = ["a0: &a0 [x, x]"];
  for (let i = 1; i < 12; i++) bomb.push(`a${i}: &a${i} [${Array(9).fill(`*a${i - 1}`)}]`);
  assert.throws(() => readYaml(bomb.join("\n")), /alias/);
});
