import assert from "node:assert/strict";
import type { DisplayOutput, Output } from "../output.ts";
import { compareOutputs } from "./compare_outputs.ts";

const EXACT = { tolerance: 0, sanitise: [] };

function display(data: DisplayOutput["data"]): Output {
  return { output_type: "display_data", data, metadata: {} };
}

Deno.test("compareOutputs() holds SVG and HTML to exactness or to a tolerance of their numbers", () => {
  const [stored, fresh] = ["1.5", "1.5000001"].map((x) => [
    display({ "image/svg+xml": `<circle cx="${x}"/>`, "text/html": `<b>${x}</b>` }),
  ]);
  assert.deepEqual(compareOutputs(stored, fresh, EXACT).map(({ kind }) => kind), [
    "image/svg+xml",
    "text/html",
  ]);
  assert.deepEqual(compareOutputs(stored, fresh, { ...EXACT, tolerance: 1e-6 }), []);
});

Deno.test("compareOutputs() compares JSON by its members, in any order", () => {
  const stored = [display({ "application/json": { a: [1, "x"], b: null } })];
  const same = [display({ "application/json": { b: null, a: [1 + 1e-12, "x"] } })];
  const other = [display({ "application/json": { b: null, a: [1, "y"] } })];
  assert.deepEqual(compareOutputs(stored, same, { ...EXACT, tolerance: 1e-9 }), []);
  assert.equal(compareOutputs(stored, same, EXACT).length, 1);
  assert.match(compareOutputs(stored, other, { ...EXACT, tolerance: 1e-9 })[0].got, /"y"/);
});

Deno.test("compareOutputs() tells the sizes of pictures that differ", () => {
  const [stored, fresh] = ["aGVsbG8=\n", "aGVsbG8hIQ=="].map((
    png,
  ) => [display({ "image/png": png })]);
  assert.deepEqual(compareOutputs(stored, fresh, { ...EXACT, tolerance: 0.5 }), [{
    output: 1,
    kind: "image/png",
    expected: "image/png of 5 bytes",
    got: "image/png of 7 bytes",
  }]);
  assert.deepEqual(compareOutputs(stored, [display({ "image/png": "aGVsbG8=" })], EXACT), []);
});

Deno.test("compareOutputs() tells the kinds of outputs where those differ", () => {
  const text: Output = { output_type: "stream", name: "stderr", text: "a" };
  const both = display({ "text/plain": "1", "text/html": "1" });
  assert.deepEqual(compareOutputs([text, both], [both], EXACT), [{
    kind: "outputs",
    expected: "stderr\ntext/html, text/plain",
    got: "text/html, text/plain",
  }]);
});

Deno.test("compareOutputs() replaces before it compares, and tells what was replaced", () => {
  const stream = (text: string): Output => ({ output_type: "stream", name: "stdout", text });
  const rules = { tolerance: 0, sanitise: [{ pattern: /\d+ ms/gu, replace: "N ms" }] };
  assert.deepEqual(compareOutputs([stream("in 3 ms")], [stream("in 41 ms")], rules), []);
  assert.deepEqual(compareOutputs([stream("a 3 ms")], [stream("b 41 ms")], rules), [
    { output: 1, kind: "stdout", expected: "a N ms", got: "b N ms" },
  ]);
});

Deno.test("compareOutputs() takes an error by name and message, a result without its count", () => {
  const error = (line: string): Output => (
    { output_type: "error", ename: "RangeError", evalue: "Bad", traceback: [line] }
  );
  const result = (execution_count: number): Output => ({
    output_type: "execute_result",
    data: { "text/plain": "1" },
    metadata: {},
    execution_count,
  });
  assert.deepEqual(
    compareOutputs([error("at 1"), result(1)], [error("at 2"), result(2)], EXACT),
    [],
  );
});
