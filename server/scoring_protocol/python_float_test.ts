import assert from "node:assert/strict";
import { pythonFloat } from "./python_float.ts";

Deno.test("pythonFloat() reads what Python's float() reads", () => {
  const cases: readonly [text: string, value: number][] = [
    ["1", 1],
    ["\t-1.\n", -1],
    [".5", 0.5],
    ["+1e3", 1000],
    ["1E-2", 0.01],
    ["1_0", 10],
    ["1e999", Infinity],
    ["inf", Infinity],
    ["+INFINITY", Infinity],
    ["-inf", -Infinity],
    ["nan", NaN],
    ["-NaN", NaN],
  ];
  for (const [text, value] of cases) assert.equal(pythonFloat(text), value, text);
});

Deno.test("pythonFloat() reads nothing that Python's float() refuses", () => {
  for (
    const text of ["", " ", "x", "0x10", "1e", "1__0", "_1", "1_", "1 2", "--1", ".", "True", "1,5"]
  ) {
    assert.equal(pythonFloat(text), undefined, text);
  }
});

Deno.test("pythonFloat() takes linear time on a long text", () => {
  assert.equal(pythonFloat(`${"1".repeat(1_000_000)}x`), undefined);
});
