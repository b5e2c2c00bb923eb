import assert from "node:assert/strict";
import { parsePythonJson } from "./python_json.ts";

Deno.test("parsePythonJson() reads what json.dumps writes of a history with gaps", () => {
  // python -c 'import json,math; print(json.dumps(...))'
  const text =
    String.raw`{"metrics": [{"key": "a \"NaN\\", "value": NaN, "step": 9007199254740993},` +
    String.raw` {"key": "-Infinity", "value": -Infinity}, {"key": "b", "value": Infinity}]}`;
  assert.deepEqual(parsePythonJson(text), {
    metrics: [
      { key: 'a "NaN\\', value: "NaN", step: 9007199254740993n },
      { key: "-Infinity", value: "-Infinity" },
      { key: "b", value: "Infinity" },
    ],
  });
});

Deno.test("parsePythonJson() refuses what is not JSON otherwise", () => {
  for (const text of ["<html>NaN</html>", "[NaN", "aNaN", "[1,]"]) {
    assert.throws(() => parsePythonJson(text), SyntaxError);
  }
});
