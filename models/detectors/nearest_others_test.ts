import assert from "node:assert/strict";
import fc from "fast-check";
import { random } from "../random.ts";
import { nearestOthers } from "./nearest_others.ts";
import { buildNeighbourIndex } from "./neighbour_index.ts";
import { squaredDistance } from "./squared_distance.ts";

Deno.test("nearestOthers() finds what a search through all others finds", async () => {
  const table = fc.record({
    count: fc.integer({ min: 2, max: 120 }),
    k: fc.integer({ min: 1, max: 12 }),
    seed: fc.nat({ max: 1000 }),
    /** Values are multiples of 1 / steps: few steps make many equal points. */
    steps: fc.constantFrom(2, 2 ** 30),
  });
  await fc.assert(fc.asyncProperty(table, async ({ count, k, seed, steps }) => {
    const draw = random(seed);
    const points = Float64Array.from(
      { length: count * 2 },
      () => Math.round(draw() * steps) / steps,
    );
    const others = await nearestOthers(buildNeighbourIndex(points, 2), k, { seed: 1 });
    assert.equal(others.k, Math.min(k, count - 1));
    for (let row = 0; row < count; row++) {
      const distances = Array.from(
        { length: count },
        (_, other) => squaredDistance(points, row, points, other, 2),
      );
      const expected = distances.toSpliced(row, 1).toSorted((a, b) => a - b).slice(0, k);
      const own = others.rows.subarray(row * others.k, (row + 1) * others.k);
      assert.deepEqual(Array.from(own, (other) => distances[other]), expected);
      assert.equal(new Set([...own, row]).size, others.k + 1);
    }
  }));
});

Deno.test("nearestOthers() gives a lone point itself", async () => {
  const { k, rows, squaredDistances } = await nearestOthers(
    buildNeighbourIndex(Float64Array.of(3), 1),
    5,
    { seed: 1 },
  );
  assert.deepEqual([k, [...rows], [...squaredDistances]], [1, [0], [0]]);
});
