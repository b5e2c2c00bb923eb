import assert from "node:assert/strict";
import { positionEncoding } from "./position_encoding.ts";

Deno.test("positionEncoding() is sine and cosine of ever longer waves", () => {
  const encoded = positionEncoding(3, 4);
  assert.deepEqual([...encoded.subarray(0, 4)], [0, 1, 0, 1]);
  const expected = [Math.sin(2), Math.cos(2), Math.sin(2 / 100), Math.cos(2 / 100)];
  expected.forEach((value, at) => assert.ok(Math.abs(encoded[8 + at] - value) < 1e-15));
});

Deno.test("positionEncoding() tells any two of 200 steps apart", () => {
  const encoded = positionEncoding(200, 8);
  const rows = Array.from({ length: 200 }, (_, step) => encoded.subarray(8 * step, 8 * step + 8));
  const text = new Set(rows.map((row) => row.join()));
  assert.equal(text.size, 200);
  // Each pair of columns lies on the unit circle.
  rows.forEach((row) => {
    for (let j = 0; j < 8; j += 2) assert.ok(Math.abs(row[j] ** 2 + row[j + 1] ** 2 - 1) < 1e-12);
  });
});
