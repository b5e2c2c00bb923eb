import assert from "node:assert/strict";
import { enumeration } from "./enumeration.ts";

const color = enumeration(["RED", "GREEN"]);

Deno.test("enumeration() takes names and numbers, these also as text, and absence", () => {
  assert.equal(color.read("GREEN", "color"), "GREEN");
  assert.equal(color.read(1, "color"), "RED");
  assert.equal(color.read("2", "color"), "GREEN");
  assert.equal(color.read(undefined, "color"), undefined);
});

Deno.test("enumeration() refuses everything else", () => {
  for (
    const [value, shown] of [
      ["BLUE", '"BLUE"'],
      ["green", '"green"'],
      ["", '""'],
      [null, "null"],
      [0, "0"],
      [3, "3"],
      [1.5, "1.5"],
      [true, "true"],
      [["RED"], '["RED"]'],
      [[1], "[1]"],
      [2n ** 60n, "1152921504606846976"],
    ]
  ) {
    assert.throws(() => color.read(value, "color"), {
      name: "TrackingError",
      message:
        `Invalid value ${shown} for parameter 'color' supplied:  Hint: It must be one of RED, GREEN`,
    });
  }
});
