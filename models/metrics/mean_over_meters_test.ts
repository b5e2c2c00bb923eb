import assert from "node:assert/strict";
import { meanOverMeters } from "./mean_over_meters.ts";

const rows = {
  meterIds: ["b", "a", "b", "a", "c"],
  ts: Float64Array.of(1, 1, 0, 0, 0),
  labels: Uint8Array.of(0, 0, 1, 1, 1),
  scores: Float64Array.of(1, 2, 4, 8, 16),
  predicted: new Uint8Array(5),
};

Deno.test("meanOverMeters() gives each meter its rows in time and all meters one weight", () => {
  // The first scores in time are 4 of b and 8 of a; c has no ordinary row.
  assert.equal(meanOverMeters(rows, ({ scores }) => scores[0]), 6);
});

Deno.test("meanOverMeters() refuses meters of one class", () => {
  assert.throws(() => meanOverMeters({ ...rows, labels: new Uint8Array(5) }, () => 1), {
    name: "RangeError",
    message:
      "Cannot judge meters as one must have anomalous and ordinary rows: current number is 0",
  });
});
