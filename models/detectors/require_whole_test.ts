import assert from "node:assert/strict";
import { requireWhole } from "./require_whole.ts";

Deno.test("requireWhole() accepts whole numbers from the least on", () => {
  requireWhole("draw", "size", 2, 2);
  requireWhole("draw", "size", 1e9, 2);
});

Deno.test("requireWhole() refuses everything else and says the value", () => {
  for (const value of [1, 2.5, NaN, Infinity, -3, 2 ** 53]) {
    assert.throws(() => requireWhole("draw", "size", value, 2), {
      name: "RangeError",
      message: `Cannot draw as size must be a whole number >= 2: current value is ${value}`,
    });
  }
});
