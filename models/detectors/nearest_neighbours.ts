/** The points of an index that lie nearest to a row. */

import { boundedDistance } from "./bounded_distance.ts";
import { type NeighbourIndex, squaredDistanceToBox } from "./neighbour_index.ts";

/** One path down the tree leaves a node behind at each level, and no index has more levels. */
const LEVELS = 64;
/** Above every row: comes last among points that are equally far. */
const NO_ROW = 2 ** 32 - 1;

/** Neighbours of one row after the other, `k` for each, the nearest first. */
export interface Neighbours {
  readonly k: number;
  readonly squaredDistances: Float64Array;
  /** Rows of the table that the index was built of. */
  readonly rows: Uint32Array;
}

/**
 * The `k` nearest points of each query, among points equally far those of the lowest rows, so that
 * the answer is that of a search through all points, to the last bit.
 *
 * The search goes down to the leaf that lies nearest and then leaves out every node whose box lies
 * farther than the `k`-th point found so far. How many it leaves out depends on the data: with 8
 * columns that hang together few of 100,000 points remain; with 30 that do not, nearly all.
 *
 * @param queries Row-major, finite, as wide as the points.
 * @param k At least 1; the number of points where there are fewer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { buildNeighbourIndex } from "./neighbour_index.ts";
 * const index = buildNeighbourIndex(Float64Array.of(9, 1, 2), 1);
 * const { rows, squaredDistances } = nearestNeighbours(index, Float64Array.of(0, 8), 2);
 * assert.deepEqual([...rows], [1, 2, 0, 2]);
 * assert.deepEqual([...squaredDistances], [1, 4, 1, 36]);
 * ```
 */
export function nearestNeighbours(
  index: NeighbourIndex,
  queries: Float64Array,
  k: number,
): Neighbours {
  const count = queries.length / index.width;
  const most = Math.min(k, index.rows.length);
  const found: Neighbours = {
    k: most,
    squaredDistances: new Float64Array(count * most).fill(Infinity),
    rows: new Uint32Array(count * most).fill(NO_ROW),
  };
  const nodes = new Uint32Array(LEVELS);
  const reaches = new Float64Array(LEVELS);
  for (let query = 0; query < count; query++) search(index, queries, query, found, nodes, reaches);
  return found;
}

/** Finds the neighbours of one query; `nodes` and `reaches` are the stack of what is left to see. */
function search(
  index: NeighbourIndex,
  queries: Float64Array,
  query: number,
  found: Neighbours,
  nodes: Uint32Array,
  reaches: Float64Array,
): void {
  const { width, starts, firstRows } = index;
  const { squaredDistances, rows } = found;
  const firstLeaf = (starts.length - 1) / 2;
  const at = query * width;
  const last = (query + 1) * found.k - 1;
  nodes[0] = 0;
  reaches[0] = 0;
  for (let depth = 1; depth > 0;) {
    let node = nodes[--depth];
    const reach = reaches[depth];
    const bound = squaredDistances[last];
    if (reach > bound || (reach === bound && firstRows[node] > rows[last])) continue;
    while (node < firstLeaf) {
      const left = 2 * node + 1;
      const toLeft = squaredDistanceToBox(index, left, queries, at);
      const toRight = squaredDistanceToBox(index, left + 1, queries, at);
      const leftFirst = toLeft <= toRight;
      node = leftFirst ? left : left + 1;
      nodes[depth] = leftFirst ? left + 1 : left;
      reaches[depth] = leftFirst ? toRight : toLeft;
      if (reaches[depth] <= bound) depth++;
    }
    searchLeaf(index, node, queries, query, found);
  }
}

function searchLeaf(
  { width, points, rows, starts, ends }: NeighbourIndex,
  leaf: number,
  queries: Float64Array,
  query: number,
  found: Neighbours,
): void {
  const at = query * width;
  const { k, squaredDistances, rows: foundRows } = found;
  const first = query * k;
  const last = first + k - 1;
  for (let place = starts[leaf], end = ends[leaf]; place < end; place++) {
    const bound = squaredDistances[last];
    const total = boundedDistance(queries, at, points, place * width, width, bound);
    if (total > bound || (total === bound && rows[place] > foundRows[last])) continue;
    insert(found, first, last, total, rows[place]);
  }
}

/** Puts a point where it belongs between `first` and `last`; the last one falls out. */
function insert(
  { squaredDistances, rows }: Neighbours,
  first: number,
  last: number,
  distance: number,
  row: number,
): void {
  let to = last;
  for (; to > first; to--) {
    const before = squaredDistances[to - 1];
    if (before < distance || (before === distance && rows[to - 1] < row)) break;
    squaredDistances[to] = before;
    rows[to] = rows[to - 1];
  }
  squaredDistances[to] = distance;
  rows[to] = row;
}
