/** A table of points kept so that the near ones are found without looking at them all. */

/** Points of a leaf at most: fewer cost more steps from leaf to leaf, more cost more distances. */
const LEAF_POINTS = 32;

/**
 * A k-d tree (Friedman, Bentley & Finkel, An Algorithm for Finding Best Matches in Logarithmic
 * Expected Time, 1977) as plain typed arrays. Node `n` has the children `2n + 1` and `2n + 2`; the
 * last `(nodes + 1) / 2` nodes are leaves. The points of a node lie side by side.
 */
export interface NeighbourIndex {
  /** Values per point. */
  readonly width: number;
  /** The points, row-major, leaf after leaf. */
  readonly points: Float64Array;
  /** The row each of these points had in the table. */
  readonly rows: Uint32Array;
  /** Place of the first point of each node. */
  readonly starts: Uint32Array;
  /** Place after the last point of each node. */
  readonly ends: Uint32Array;
  /** The lowest row of each node. */
  readonly firstRows: Uint32Array;
  /** Least and greatest value of each column among the points of each node, in pairs. */
  readonly boxes: Float64Array;
}

/**
 * Arranges points by halves: each node is split at the median of its widest column, equal values
 * by their row. Takes time in proportion to `rows · log(rows) · width`, and memory for a copy of
 * the points and about a box for every sixteen of them.
 *
 * @param points Row-major, finite, at least one row.
 * @param width Values per row.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const index = buildNeighbourIndex(Float64Array.of(3, 1, 2), 1);
 * assert.deepEqual(index.boxes, Float64Array.of(1, 3));
 * ```
 */
export function buildNeighbourIndex(points: Float64Array, width: number): NeighbourIndex {
  const count = points.length / width;
  let leaves = 1;
  while (leaves * LEAF_POINTS < count) leaves *= 2;
  const nodes = 2 * leaves - 1;
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  const index: NeighbourIndex = {
    width,
    points: new Float64Array(points.length),
    rows,
    starts: new Uint32Array(nodes),
    ends: new Uint32Array(nodes).fill(count),
    firstRows: new Uint32Array(nodes),
    boxes: new Float64Array(nodes * width * 2),
  };
  const { starts, ends } = index;
  const keys = new Float64Array(count);
  for (let node = 0; node < nodes; node++) {
    const [start, end] = [starts[node], ends[node]];
    const widest = enclose(index, node, points);
    if (node >= leaves - 1) continue;
    for (let at = start; at < end; at++) keys[at] = points[rows[at] * width + widest];
    const middle = (start + end) >>> 1;
    selectMiddle(keys, rows, start, end - 1, middle);
    starts[2 * node + 1] = start;
    ends[2 * node + 1] = starts[2 * node + 2] = middle;
    ends[2 * node + 2] = end;
  }
  for (let at = 0; at < count; at++) {
    const from = rows[at] * width;
    for (let j = 0; j < width; j++) index.points[at * width + j] = points[from + j];
  }
  return index;
}

/**
 * The squared distance from a point to the box of a node, which no point of the node undercuts,
 * not even by a rounding error: each step rounds alike here and there, and rounding keeps order.
 *
 * @param at Where the point begins in `queries`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const index = buildNeighbourIndex(Float64Array.of(0, 0, 3, 4), 2);
 * assert.equal(squaredDistanceToBox(index, 0, Float64Array.of(1, 6), 0), 4);
 * ```
 */
export function squaredDistanceToBox(
  { boxes, width }: NeighbourIndex,
  node: number,
  queries: Float64Array,
  at: number,
): number {
  let total = 0;
  for (let j = 0, side = node * width * 2; j < width; j++, side += 2) {
    const value = queries[at + j];
    const below = boxes[side] - value;
    const above = value - boxes[side + 1];
    // Twice how far it is outside, without a branch, which would be guessed wrongly half the time.
    const twice = below + Math.abs(below) + (above + Math.abs(above));
    total += twice * twice;
  }
  return total / 4;
}

/** Measures the box and the lowest row of a node; returns its widest column. */
function enclose(index: NeighbourIndex, node: number, points: Float64Array): number {
  const { width, rows, starts, ends, firstRows, boxes } = index;
  const box = node * width * 2;
  let first = Infinity;
  for (let j = 0; j < width; j++) {
    boxes[box + 2 * j] = Infinity;
    boxes[box + 2 * j + 1] = -Infinity;
  }
  for (let at = starts[node]; at < ends[node]; at++) {
    const from = rows[at] * width;
    if (rows[at] < first) first = rows[at];
    for (let j = 0, side = box; j < width; j++, side += 2) {
      const value = points[from + j];
      if (value < boxes[side]) boxes[side] = value;
      if (value > boxes[side + 1]) boxes[side + 1] = value;
    }
  }
  firstRows[node] = first;
  let widest = 0;
  let spread = -1;
  for (let j = 0; j < width; j++) {
    const extent = boxes[box + 2 * j + 1] - boxes[box + 2 * j];
    if (extent > spread) [widest, spread] = [j, extent];
  }
  return widest;
}

/** Hoare's selection: afterwards nothing before `middle` comes after it in order, nor the reverse. */
function selectMiddle(
  keys: Float64Array,
  rows: Uint32Array,
  low: number,
  high: number,
  middle: number,
): void {
  while (low < high) {
    const pivotKey = keys[(low + high) >>> 1];
    const pivotRow = rows[(low + high) >>> 1];
    let left = low;
    let right = high;
    while (left <= right) {
      while (keys[left] < pivotKey || (keys[left] === pivotKey && rows[left] < pivotRow)) left++;
      while (keys[right] > pivotKey || (keys[right] === pivotKey && rows[right] > pivotRow)) {
        right--;
      }
      if (left > right) break;
      const [key, row] = [keys[left], rows[left]];
      keys[left] = keys[right];
      rows[left++] = rows[right];
      keys[right] = key;
      rows[right--] = row;
    }
    if (right < middle) low = left;
    if (middle < left) high = right;
  }
}
