import assert from "node:assert/strict";
import { pythonJson } from "./python_json.ts";

// What json.dumps of Python 3.11 prints.
Deno.test("pythonJson() writes what json.dumps does", () => {
  assert.equal(
    pythonJson({ a: [1, 2.5, null, true], b: {}, c: [], "ü": '\n😀"' }),
    '{"a": [1, 2.5, null, true], "b": {}, "c": [], "\\u00fc": "\\n\\ud83d\\ude00\\""}',
  );
});
