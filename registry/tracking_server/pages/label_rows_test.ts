import assert from "node:assert/strict";
import { labelRows } from "./label_rows.ts";

Deno.test("labelRows() leaves labels that are apart, and keeps their order", () => {
  const room = { least: 0, most: 100, gap: 10 };
  assert.deepEqual(labelRows([], room), []);
  assert.deepEqual(labelRows([80, 20], room), [80, 20]);
  assert.deepEqual(labelRows([30, 30, 30], room), [30, 40, 50]);
});

Deno.test("labelRows() pushes up what would leave the room at the bottom", () => {
  assert.deepEqual(labelRows([98, 99, 100], { least: 0, most: 100, gap: 10 }), [80, 90, 100]);
  assert.deepEqual(labelRows([-5], { least: 0, most: 100, gap: 10 }), [0]);
});
