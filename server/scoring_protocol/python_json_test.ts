import assert from "node:assert/strict";
import { parsePythonJson } from "./python_json.ts";

Deno.test("parsePythonJson() reads the names of numbers wherever a value may stand", () => {
  assert.deepEqual(parsePythonJson('{"a": [NaN,Infinity,-Infinity], "b": NaN}'), {
    a: [null, Infinity, -Infinity],
    b: null,
  });
});

Deno.test("parsePythonJson() leaves names alone that stand inside a text", () => {
  const text = JSON.stringify({ 'NaN"\\': '-Infinity, \\"NaN', "": "\\" });
  assert.deepEqual(parsePythonJson(`[${text}, NaN]`), [JSON.parse(text), null]);
});

Deno.test("parsePythonJson() places the fault of text that is no JSON for another reason", () => {
  assert.throws(() => parsePythonJson('{"a": nan}'), { status: 400, message: /line 1, column 7/ });
  assert.throws(() => parsePythonJson('["NaN'), { message: /Cannot read the body as JSON/ });
});

Deno.test("parsePythonJson() reads a text of megabytes beside a name", () => {
  const long = "a".repeat(5_000_000);
  assert.deepEqual(parsePythonJson(`["${long}", NaN]`), [long, null]);
});
