import assert from "node:assert/strict";
import { nearestNeighbours } from "../detectors/nearest_neighbours.ts";
import { buildNeighbourIndex } from "../detectors/neighbour_index.ts";
import { type Matrix, matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { exportedScores } from "./exported_scores.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportNearestPoints, type NearestPoints } from "./nearest_points.ts";

const K = 4;

Deno.test("exportNearestPoints() finds the points of the index, ties and equal points included", async () => {
  for (const steps of [1, 4, 2 ** 20]) await assertNearest(400, 3, steps);
});

Deno.test("exportNearestPoints() looks through block after block", async () => {
  await assertNearest(9000, 2, 2 ** 20);
  await assertNearest(9000, 2, 8);
});

/** Compares the places and distances of each neighbour with those the index finds. */
async function assertNearest(count: number, width: number, steps: number): Promise<void> {
  const draw = random(count + steps);
  const value = () => Math.round((draw() + draw() - 1) * steps) / steps;
  const points = Float64Array.from({ length: count * width }, value);
  const queries = Float32Array.from({ length: 100 * width }, value);
  const x = matrix(Array.from({ length: width }, (_, j) => `column_${j}`), queries);
  const table = Array.from(
    { length: count },
    (_, row) => [...points.subarray(row * width, (row + 1) * width)],
  );
  const found = nearestNeighbours(
    buildNeighbourIndex(points, width),
    Float64Array.from(queries),
    K,
  );
  for (let nth = 0; nth < K; nth++) {
    const own = Array.from({ length: x.rows }, (_, row) => row * K + nth);
    const places = await nthOf(x, table, nth, (graph, nearest) => {
      const wide = graph.node("Cast", [nearest.places], { to: { type: "float64" } });
      return graph.node("Div", [wide, graph.double(count)]);
    });
    assert.deepEqual(places.map((place) => Math.round(place * count)), at(found.rows, own));
    const distances = await nthOf(x, table, nth, (_, { squaredDistances }) => squaredDistances);
    at(found.squaredDistances, own).forEach((distance, row) => {
      assert.ok(Math.abs(distances[row] - distance) < 1e-5, `${distances[row]} not ${distance}`);
    });
  }
}

function nthOf(
  x: Matrix,
  points: number[][],
  nth: number,
  choose: (graph: OnnxGraph, nearest: NearestPoints) => string,
): Promise<number[]> {
  return exportedScores(x, (graph, features) => {
    const chosen = choose(graph, exportNearestPoints(graph, features, points, K));
    return graph.node("Gather", [chosen, graph.int64([nth])], { axis: { int: 1 } });
  });
}

function at(values: ArrayLike<number>, places: readonly number[]): number[] {
  return places.map((place) => values[place]);
}
