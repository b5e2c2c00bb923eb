import assert from "node:assert/strict";
import {
  parsePythonJson,
  pythonFloat,
  pythonNumber,
  pythonType,
  sortedJson,
  WholeDouble,
} from "./python_values.ts";

Deno.test("parsePythonJson() and sortedJson() keep what Python's json module shows", () => {
  // `json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"))`
  for (
    const [text, shown] of [
      ["9.0", "9.0"],
      ["9", "9"],
      ["1e3", "1000.0"],
      ["-0.0", "-0.0"],
      ["1.50", "1.5"],
      ["9007199254740993", "9007199254740993"],
      ["1e22", "1e+22"],
      ["1e-5", "1e-05"],
      ['"a\\u00fc\\n"', '"a\\u00fc\\n"'],
      ['"🙂"', '"\\ud83d\\ude42"'],
      ['{"b": [1, true], "a": null}', '{"a":null,"b":[1,true]}'],
    ]
  ) assert.equal(sortedJson(parsePythonJson(text)), shown);
});

Deno.test("parsePythonJson() throws SyntaxError on what is not JSON", () => {
  assert.throws(() => parsePythonJson("{"), SyntaxError);
});

Deno.test("pythonFloat() and pythonNumber() write as repr() does", () => {
  assert.deepEqual([-0, 0.1, 1e15, 123456789012345680, 1e-4].map(pythonFloat), [
    "-0.0",
    "0.1",
    "1000000000000000.0",
    "1.2345678901234568e+17",
    "0.0001",
  ]);
  assert.equal(pythonNumber(5), "5");
  assert.equal(pythonNumber(new WholeDouble("5.0")), "5.0");
});

Deno.test("pythonType() names the types of JSON", () => {
  assert.deepEqual([new WholeDouble("9.0"), 2n ** 70n, [], true, undefined].map(pythonType), [
    "float",
    "int",
    "list",
    "bool",
    "NoneType",
  ]);
});
