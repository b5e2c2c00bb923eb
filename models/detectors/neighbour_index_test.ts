import assert from "node:assert/strict";
import fc from "fast-check";
import { random } from "../random.ts";
import { buildNeighbourIndex, squaredDistanceToBox } from "./neighbour_index.ts";
import { squaredDistance } from "./squared_distance.ts";

Deno.test("buildNeighbourIndex() halves the points at the median of the widest column", () => {
  // The second column is the wider one; its median parts the even rows from the odd ones.
  const points = Float64Array.from({ length: 128 }, (_, at) => {
    const row = at >> 1;
    return at % 2 === 0 ? row / 100 : row % 2 === 0 ? row : 100 + row;
  });
  const { starts, ends, rows, boxes } = buildNeighbourIndex(points, 2);
  assert.deepEqual([[...starts], [...ends]], [[0, 0, 32], [64, 32, 64]]);
  const even = Array.from({ length: 32 }, (_, i) => 2 * i);
  assert.deepEqual([...rows.subarray(0, 32)].toSorted((a, b) => a - b), even);
  assert.deepEqual([...boxes.subarray(4, 8)], [0, 0.62, 0, 62]);
  assert.deepEqual([...boxes.subarray(8, 12)], [0.01, 0.63, 101, 163]);
});

Deno.test("buildNeighbourIndex() puts lower rows left among equal points", () => {
  const { firstRows } = buildNeighbourIndex(new Float64Array(128), 1);
  assert.deepEqual([...firstRows], [0, 0, 64, 0, 32, 64, 96]);
});

Deno.test("buildNeighbourIndex() keeps every point once, inside the boxes of all its nodes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 5 }), (n, w) => {
      const points = grid(n, w, n);
      const index = buildNeighbourIndex(points, w);
      const { starts, ends, rows, firstRows } = index;
      assert.deepEqual([...rows].toSorted((a, b) => a - b), Array.from(rows.keys()));
      starts.forEach((start, node) => {
        const own = rows.subarray(start, ends[node]);
        assert.equal(firstRows[node], Math.min(...own));
        for (const row of own) {
          assert.equal(squaredDistanceToBox(index, node, points, row * w), 0);
        }
      });
      rows.forEach((row, at) => {
        assert.equal(squaredDistance(index.points, at, points, row, w), 0);
      });
    }),
  );
});

Deno.test("squaredDistanceToBox() is never above the distance to a point inside", () => {
  const points = scattered(300, 4, 1);
  const queries = scattered(50, 4, 2);
  const index = buildNeighbourIndex(points, 4);
  for (let query = 0; query < 50; query++) {
    index.starts.forEach((start, node) => {
      const toBox = squaredDistanceToBox(index, node, queries, query * 4);
      for (let at = start; at < index.ends[node]; at++) {
        assert.ok(toBox <= squaredDistance(queries, query, index.points, at, 4));
      }
    });
  }
});

/** Whole numbers from 0 to 3: many ties and equal points. */
function grid(rows: number, width: number, seed: number): Float64Array {
  return scattered(rows, width, seed).map((value) => Math.floor(value * 4));
}

function scattered(rows: number, width: number, seed: number): Float64Array {
  const draw = random(seed);
  return Float64Array.from({ length: rows * width }, () => draw());
}
