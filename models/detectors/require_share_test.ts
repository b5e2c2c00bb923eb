import assert from "node:assert/strict";
import { requireShare } from "./require_share.ts";

Deno.test("requireShare() lets pass what lies between 0 and 1", () => {
  for (const value of [1e-9, 0.5, 1 - 1e-9]) requireShare("fit", "keep", value);
});

Deno.test("requireShare() refuses 0, 1 and what lies outside, or nowhere", () => {
  for (const value of [0, 1, -0.1, 1.5, NaN, Infinity]) {
    assert.throws(() => requireShare("fit a model", "keep", value), {
      name: "RangeError",
      message: `Cannot fit a model as keep must lie in (0, 1): current value is ${value}`,
    });
  }
});
