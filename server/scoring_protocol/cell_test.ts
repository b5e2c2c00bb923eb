import assert from "node:assert/strict";
import { cell, shown } from "./cell.ts";

Deno.test("cell() rounds to float32 and keeps negative zero", () => {
  assert.equal(cell(0.1, "x"), 0.10000000149011612);
  assert.ok(Object.is(cell(-0, "x"), -0));
});

Deno.test("cell() takes the largest float32 and refuses the first number beyond", () => {
  assert.equal(cell(3.4028234663852886e38, "x"), 3.4028234663852886e38);
  assert.throws(() => cell(3.4028236e38, "x"), {
    status: 400,
    message: /^Cannot read x: expected/,
  });
});

Deno.test("cell() reads null as missing and refuses undefined", () => {
  assert.ok(Number.isNaN(cell(null, "x")));
  assert.throws(() => cell(undefined, "x"), {
    message: "Cannot read x: expected a number or null, got nothing",
  });
});

Deno.test("shown() cuts long text", () => {
  assert.equal(shown("a".repeat(100)), `"${"a".repeat(39)}…`);
});
