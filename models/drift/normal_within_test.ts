import assert from "node:assert/strict";
import { normalWithin } from "./normal_within.ts";

Deno.test("normalWithin() agrees with tables", () => {
  for (
    const [z, share] of [
      [0, 0],
      [0.6744898, 0.5],
      [1, 0.6826895],
      [1.6448536, 0.9],
      [1.959964, 0.95],
      [3, 0.9973002],
      [40, 1],
      [Infinity, 1],
    ]
  ) {
    assert.ok(Math.abs(normalWithin(z) - share) < 2e-7, `${z}: ${normalWithin(z)}`);
  }
});
