import assert from "node:assert/strict";
import { cell, shown } from "./cell.ts";

Deno.test("cell() rounds to float32 and keeps negative zero", () => {
  assert.equal(cell(0.1, "x"), 0.10000000149011612);
  assert.ok(Object.is(cell(-0, "x"), -0));
});

Deno.test("cell() makes a number beyond float32 infinite, as numpy does", () => {
  assert.equal(cell(3.4028234663852886e38, "x"), 3.4028234663852886e38);
  assert.equal(cell(3.4028236e38, "x"), Infinity);
  assert.equal(cell("-1e39", "x"), -Infinity);
});

Deno.test("cell() reads null as missing, and truth values and text as pandas does", () => {
  const given = [null, "NaN", true, false, " 1.5 ", "-inf"];
  assert.deepEqual(given.map((value) => cell(value, "x")), [NaN, NaN, 1, 0, 1.5, -Infinity]);
});

Deno.test("cell() refuses what stands for no number", () => {
  const refuse = (value: unknown, got: string) =>
    assert.throws(() => cell(value, "x"), {
      status: 400,
      message: `Cannot read x: expected a number or null, got ${got}`,
    });
  refuse(undefined, "nothing");
  refuse("noon", '"noon"');
  refuse("", '""');
  refuse([1], "a list");
  refuse({}, "an object");
});

Deno.test("shown() cuts long text", () => {
  assert.equal(shown("a".repeat(100)), `"${"a".repeat(39)}…`);
});
