import assert from "node:assert/strict";
import fc from "fast-check";
import { parseJson } from "./json_text.ts";

Deno.test("parseJson() gives the value of valid JSON", () => {
  assert.deepEqual(parseJson(' [1, {"a": null}] '), [1, { a: null }]);
});

const faults: readonly [name: string, text: string, message: string][] = [
  ["an unclosed list", '{"a": [1, 2', "expected , or ] at line 1, column 12, got the end"],
  ["NaN", '{"a": NaN}', 'expected value at line 1, column 7, got "NaN}"'],
  ["a trailing comma", "[1,]", 'expected value at line 1, column 4, got "]"'],
  ["a bare key", "{a: 1}", 'expected key or } at line 1, column 2, got "a: 1}"'],
  ["a fault on the second line", '{\n  "a" 1}', 'expected : at line 2, column 7, got "1}"'],
  ["text after the value", "{} {}", 'expected end at line 1, column 4, got "{}"'],
  ["an empty text", "", "expected value at line 1, column 1, got the end"],
  ["a broken string", '["a\n"]', `expected value or ] at line 1, column 2, got "\\"a\\n\\"]"`],
  ["a wrong bracket", '{"a": [1}', 'expected , or ] at line 1, column 9, got "}"'],
  ["a leading zero", "[01]", 'expected , or ] at line 1, column 3, got "1]"'],
];
for (const [name, text, message] of faults) {
  Deno.test(`parseJson() places ${name}`, () => {
    assert.throws(() => parseJson(text), {
      name: "RequestError",
      status: 400,
      message: `Cannot read the body as JSON: ${message}`,
    });
  });
}

Deno.test("parseJson() walks over strings of megabytes", () => {
  assert.throws(() => parseJson(`["${"a".repeat(10_000_000)}"`), { message: /column 10000004,/ });
});

Deno.test("parseJson() takes 32 levels of nesting and refuses more, whole or not", () => {
  const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
  parseJson(nested(32));
  parseJson(JSON.stringify(["[".repeat(100), '\\"[{'.repeat(100)]));
  const refusal = {
    status: 400,
    message:
      "Cannot read the body as JSON: expected at most 32 levels of nesting, got more at line 1, column 33",
  };
  for (const text of [nested(33), nested(100_000), "[".repeat(1_000_000)]) {
    assert.throws(() => parseJson(text), refusal);
  }
});

Deno.test("parseJson() places the fault at the cut when valid JSON is cut short", () => {
  fc.assert(fc.property(fc.array(fc.string(), { minLength: 1 }), (list) => {
    const text = JSON.stringify(list).slice(0, -1);
    assert.throws(() => parseJson(text), {
      message: `Cannot read the body as JSON: expected , or ] at line 1, column ${
        text.length + 1
      }, got the end`,
    });
  }));
});

Deno.test("parseJson() counts lines from where the text begins", () => {
  const place = /expected value at line 9, column 3, got the end/;
  assert.throws(() => parseJson('{"a":\n  ', 8), { message: place });
});
