/** How many points of an index lie within a radius of a row. */

import { boundedDistance } from "./bounded_distance.ts";
import { type NeighbourIndex, squaredDistanceToBox } from "./neighbour_index.ts";

/** One path down the tree leaves a node behind at each level, and no index has more levels. */
const LEVELS = 64;

/**
 * The number of points whose squared distance from each query is at most `radius²`, counted no
 * further than `most`: whoever asks whether there are ten need not know of the thousand.
 *
 * @param queries Row-major, finite, as wide as the points.
 * @param radius Not negative.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { buildNeighbourIndex } from "./neighbour_index.ts";
 * const index = buildNeighbourIndex(Float64Array.of(1, 2, 3, 9), 1);
 * assert.deepEqual([...countWithin(index, Float64Array.of(2, 8, 5), 1, Infinity)], [3, 1, 0]);
 * assert.deepEqual([...countWithin(index, Float64Array.of(2, 8, 5), 1, 2)], [2, 1, 0]);
 * ```
 */
export function countWithin(
  index: NeighbourIndex,
  queries: Float64Array,
  radius: number,
  most: number,
): Uint32Array {
  const nodes = new Uint32Array(LEVELS);
  return Uint32Array.from(
    { length: queries.length / index.width },
    (_, query) => countOne(index, queries, query * index.width, radius * radius, most, nodes),
  );
}

/** Counts for the query that begins `at`; `nodes` is the stack of what is left to see. */
function countOne(
  index: NeighbourIndex,
  queries: Float64Array,
  at: number,
  reach: number,
  most: number,
  nodes: Uint32Array,
): number {
  const { starts, ends } = index;
  const firstLeaf = (starts.length - 1) / 2;
  let count = 0;
  let depth = 0;
  if (squaredDistanceToBox(index, 0, queries, at) <= reach) nodes[depth++] = 0;
  while (depth > 0 && count < most) {
    const node = nodes[--depth];
    if (liesWithin(index, node, queries, at, reach)) {
      count += ends[node] - starts[node];
    } else if (node >= firstLeaf) {
      count += countInLeaf(index, node, queries, at, reach);
    } else {
      const left = 2 * node + 1;
      const toLeft = squaredDistanceToBox(index, left, queries, at);
      const toRight = squaredDistanceToBox(index, left + 1, queries, at);
      // The nearer half comes off the stack first: it holds most of what there is to count.
      const leftFirst = toLeft <= toRight;
      if ((leftFirst ? toRight : toLeft) <= reach) nodes[depth++] = leftFirst ? left + 1 : left;
      if ((leftFirst ? toLeft : toRight) <= reach) nodes[depth++] = leftFirst ? left : left + 1;
    }
  }
  return Math.min(count, most);
}

/** Whether the far corner of a box lies within reach, and so every point of it. */
function liesWithin(
  { boxes, width }: NeighbourIndex,
  node: number,
  queries: Float64Array,
  at: number,
  reach: number,
): boolean {
  let total = 0;
  for (let j = 0, side = node * width * 2; j < width; j++, side += 2) {
    const low = queries[at + j] - boxes[side];
    const high = boxes[side + 1] - queries[at + j];
    const far = low > high ? low : high;
    total += far * far;
    if (total > reach) return false;
  }
  return true;
}

function countInLeaf(
  { width, points, starts, ends }: NeighbourIndex,
  leaf: number,
  queries: Float64Array,
  at: number,
  reach: number,
): number {
  let count = 0;
  for (let place = starts[leaf], end = ends[leaf]; place < end; place++) {
    if (boundedDistance(queries, at, points, place * width, width, reach) <= reach) count++;
  }
  return count;
}
