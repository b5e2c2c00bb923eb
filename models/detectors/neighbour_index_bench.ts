import { random } from "../random.ts";
import { nearestNeighbours } from "./nearest_neighbours.ts";
import { buildNeighbourIndex } from "./neighbour_index.ts";
import { countWithin } from "./neighbours_within.ts";
import { squaredDistance } from "./squared_distance.ts";

const POINTS = 100_000;
const QUERIES = 1000;
const NEIGHBOURS = 5;

for (const width of [2, 8, 30]) {
  const points = groups(POINTS, width, 1);
  const queries = groups(QUERIES, width, 2);
  const index = buildNeighbourIndex(points, width);
  Deno.bench({
    name: `build an index of 100,000 points in ${width} columns`,
    group: `build ${width}`,
    n: 5,
    fn: () => void buildNeighbourIndex(points, width),
  });
  Deno.bench({
    name: `5 nearest of 1000 rows in ${width} columns`,
    group: `nearest ${width}`,
    baseline: true,
    n: 5,
    fn: () => void nearestNeighbours(index, queries, NEIGHBOURS),
  });
  Deno.bench({
    name: `the same by all distances`,
    group: `nearest ${width}`,
    n: 5,
    fn: () => void nearestOfAll(points, queries, width),
  });
  Deno.bench({
    name: `whether 10 points lie within 0.1 of 1000 rows in ${width} columns`,
    group: `within ${width}`,
    n: 5,
    fn: () => void countWithin(index, queries, 0.1, 10),
  });
}

/** The nearest few kept in order: the least work that compares a row with every point. */
function nearestOfAll(points: Float64Array, queries: Float64Array, width: number): Float64Array {
  const nearest = new Float64Array(QUERIES * NEIGHBOURS).fill(Infinity);
  for (let query = 0; query < QUERIES; query++) {
    const own = nearest.subarray(query * NEIGHBOURS, (query + 1) * NEIGHBOURS);
    for (let row = 0; row < POINTS; row++) {
      const distance = squaredDistance(queries, query, points, row, width);
      if (distance >= own[NEIGHBOURS - 1]) continue;
      own[NEIGHBOURS - 1] = distance;
      own.sort();
    }
  }
  return nearest;
}

/** Twenty groups in the unit cube, each a bell of three uniform draws per column. */
function groups(rows: number, width: number, seed: number): Float64Array {
  const place = random(99);
  const centres = Float64Array.from({ length: 20 * width }, place);
  const draw = random(seed);
  return Float64Array.from({ length: rows * width }, (_, at) => {
    const group = Math.floor(at / width) % 20;
    return centres[group * width + at % width] + (draw() + draw() + draw() - 1.5) / 10;
  });
}
