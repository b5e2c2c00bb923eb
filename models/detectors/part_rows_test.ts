import assert from "node:assert/strict";
import { partRows } from "./part_rows.ts";

/** Feature 1 of two, whose bins are 3, 4 and 5 for values and 6 for missing ones. */
const bins = {
  rows: 5,
  cuts: [Float32Array.of(1), Float32Array.of(1, 2)],
  starts: Int32Array.of(0, 3, 7),
  byFeature: Uint8Array.of(0, 1, 0, 2, 0, /**/ 2, 0, 3, 1, 0),
};

function part(rows: readonly number[], bin: number, missingLeft: boolean): number[][] {
  const list = Uint32Array.from(rows);
  const left = partRows(bins, list, new Uint32Array(rows.length), {
    feature: 1,
    bin,
    missingLeft,
  });
  return [[...list.subarray(0, left)], [...list.subarray(left)]];
}

Deno.test("partRows() sends bins up to the split left and keeps the order of both sides", () => {
  assert.deepEqual(part([0, 1, 2, 3, 4], 4, false), [[1, 3, 4], [0, 2]]);
  assert.deepEqual(part([4, 3, 2, 1, 0], 3, false), [[4, 1], [3, 2, 0]]);
});

Deno.test("partRows() sends missing values where the split says", () => {
  assert.deepEqual(part([0, 1, 2, 3], 3, true), [[1, 2], [0, 3]]);
  assert.deepEqual(part([0, 1, 2], 5, false), [[0, 1], [2]]);
});

Deno.test("partRows() may send all rows one way", () => {
  assert.deepEqual(part([1, 4], 3, false), [[1, 4], []]);
  assert.deepEqual(part([0, 2], 3, false), [[], [0, 2]]);
});
