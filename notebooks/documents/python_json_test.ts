import assert from "node:assert/strict";
import { pythonJson } from "./python_json.ts";

Deno.test("pythonJson() writes what json.dumps() of Python writes", () => {
  const cases: [unknown, string][] = [
    [
      [1, 2.5, -0.5, 1e-4, 1e-5, 1.5e-7, 1e-10, 1e-100],
      "[1, 2.5, -0.5, 0.0001, 1e-05, 1.5e-07, 1e-10, 1e-100]",
    ],
    [{ a: {}, b: [] }, '{"a": {}, "b": []}'],
    [[true, null, '\u007f\n"\\'], '[true, null, "\u007f\\n\\"\\\\"]'],
    ["é😀\u2028", '"\\u00e9\\ud83d\\ude00\\u2028"'],
  ];
  for (const [value, json] of cases) assert.equal(pythonJson(value), json);
});
