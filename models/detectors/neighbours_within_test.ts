import assert from "node:assert/strict";
import fc from "fast-check";
import { random } from "../random.ts";
import { buildNeighbourIndex } from "./neighbour_index.ts";
import { countWithin } from "./neighbours_within.ts";
import { squaredDistance } from "./squared_distance.ts";

const tables = fc.record({
  count: fc.integer({ min: 1, max: 400 }),
  width: fc.integer({ min: 1, max: 12 }),
  radius: fc.constantFrom(0, 1 / 3, 0.5, 1, 1.5, 30),
  most: fc.constantFrom(1, 10, Infinity),
  seed: fc.nat({ max: 1000 }),
  /** Values are multiples of 1 / steps: few steps put many points on the very edge. */
  steps: fc.constantFrom(1, 2, 3, 2 ** 30),
});

Deno.test("countWithin() counts what a search through all points counts, the edge included", () => {
  fc.assert(fc.property(tables, ({ count, width, radius, most, seed, steps }) => {
    const draw = random(seed);
    const value = () => Math.round((draw() + draw() - 1) * steps) / steps;
    const points = Float64Array.from({ length: count * width }, value);
    const queries = Float64Array.from({ length: 20 * width }, value);
    const counts = countWithin(buildNeighbourIndex(points, width), queries, radius, most);
    for (let query = 0; query < 20; query++) {
      let expected = 0;
      for (let row = 0; row < count; row++) {
        if (squaredDistance(queries, query, points, row, width) <= radius * radius) expected++;
      }
      assert.equal(counts[query], Math.min(expected, most));
    }
  }));
});

Deno.test("countWithin() counts a square grid by Gauss's circle", () => {
  // Whole points within 5 of the origin: 81 (sequence A000328).
  const side = Array.from({ length: 21 }, (_, i) => i - 10);
  const points = Float64Array.from(side.flatMap((x) => side.flatMap((y) => [x, y])));
  const index = buildNeighbourIndex(points, 2);
  assert.deepEqual([...countWithin(index, Float64Array.of(0, 0), 5, Infinity)], [81]);
  assert.deepEqual([...countWithin(index, Float64Array.of(0, 0), 1, Infinity)], [5]);
  assert.deepEqual([...countWithin(index, Float64Array.of(0, 0), 99, Infinity)], [441]);
});
