import assert from "node:assert/strict";
import fc from "fast-check";
import { random } from "../random.ts";
import { buildNeighbourIndex } from "./neighbour_index.ts";
import { nearestNeighbours } from "./nearest_neighbours.ts";
import { squaredDistance } from "./squared_distance.ts";

const tables = fc.record({
  count: fc.integer({ min: 1, max: 400 }),
  width: fc.integer({ min: 1, max: 12 }),
  k: fc.integer({ min: 1, max: 25 }),
  seed: fc.nat({ max: 1000 }),
  /** Values are multiples of 1 / steps: few steps make many ties and equal points. */
  steps: fc.constantFrom(1, 3, 2 ** 30),
});

Deno.test("nearestNeighbours() finds what a search through all points finds, ties included", () => {
  fc.assert(fc.property(tables, ({ count, width, k, seed, steps }) => {
    const draw = random(seed);
    const value = () => Math.round((draw() + draw() - 1) * steps) / steps;
    const points = Float64Array.from({ length: count * width }, value);
    const queries = Float64Array.from({ length: 20 * width }, value);
    const found = nearestNeighbours(buildNeighbourIndex(points, width), queries, k);
    assert.equal(found.k, Math.min(k, count));
    for (let query = 0; query < 20; query++) {
      const all = Array.from({ length: count }, (_, row) => ({
        row,
        distance: squaredDistance(queries, query, points, row, width),
      }));
      all.sort((a, b) => a.distance - b.distance || a.row - b.row);
      const [start, end] = [query * found.k, (query + 1) * found.k];
      assert.deepEqual([...found.rows.subarray(start, end)], firsts(all, found.k, "row"));
      assert.deepEqual(
        [...found.squaredDistances.subarray(start, end)],
        firsts(all, found.k, "distance"),
      );
    }
  }));
});

Deno.test("nearestNeighbours() finds the lowest rows among 5000 equal points", () => {
  const index = buildNeighbourIndex(new Float64Array(10_000).fill(0.5), 2);
  const { rows, squaredDistances } = nearestNeighbours(index, Float64Array.of(0.5, 2.5), 4);
  assert.deepEqual([...rows], [0, 1, 2, 3]);
  assert.deepEqual([...squaredDistances], [4, 4, 4, 4]);
});

Deno.test("nearestNeighbours() finds itself first for a point of the table, then its two sides", () => {
  const line = Float64Array.from({ length: 1000 }, (_, i) => i * i);
  const { rows } = nearestNeighbours(buildNeighbourIndex(line, 1), line.subarray(500, 502), 3);
  assert.deepEqual([...rows], [500, 499, 501, 501, 500, 502]);
});

function firsts<Key extends string>(all: Record<Key, number>[], k: number, key: Key): number[] {
  return all.slice(0, k).map((neighbour) => neighbour[key]);
}
