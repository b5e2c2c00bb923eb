import assert from "node:assert/strict";
import { enumeration } from "./enumeration.ts";
import { checks } from "./parameter_checks.ts";

const color = enumeration(["RED", "GREEN"]);

Deno.test("enumeration() takes names and numbers, these also as text and flags", () => {
  for (const [given, value] of [["GREEN", "GREEN"], [1, "RED"], ["2", "GREEN"], [true, "RED"]]) {
    assert.deepEqual(color.read(given), { value, complete: true });
  }
  assert.equal(enumeration(["NONE", "RED"], { first: 0 }).read(0).value, "NONE");
});

Deno.test("enumeration() passes over other names and gives up on all else", () => {
  for (const name of ["BLUE", "green", ""]) {
    assert.deepEqual(color.read(name), { value: undefined, complete: true });
  }
  for (const value of [0, 3, "3", 1.5, ["RED"], { a: 1 }, 2n ** 60n]) {
    assert.deepEqual(color.read(value), { value: undefined, complete: false });
  }
});

Deno.test("enumeration() is checked as a text, unless told otherwise", () => {
  assert.deepEqual(color.checks, [checks.text]);
  assert.deepEqual(enumeration(["RED"], { checks: [] }).checks, []);
});
