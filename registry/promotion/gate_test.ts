import assert from "node:assert/strict";
import { atMost } from "./gate.ts";

Deno.test("atMost() takes the limit itself and nothing beyond it", () => {
  const finding = { subject: "bytes", expected: "at most 10" };
  assert.deepEqual(atMost("bytes", 10, 10), { ...finding, found: 10, passed: true });
  assert.deepEqual(atMost("bytes", 11, 10), { ...finding, found: 11, passed: false });
});

Deno.test("atMost() does not take a number that is none", () => {
  for (const found of [undefined, NaN, Infinity, -Infinity]) {
    assert.deepEqual([atMost("ms", found, 10).found, atMost("ms", found, 10).passed], [
      "not recorded",
      false,
    ]);
  }
});
