/** Growing one isolation tree. */

import type { Matrix } from "../matrix.ts";
import type { Tree } from "./forest.ts";

const EULER_GAMMA = 0.5772156649015329;

/**
 * c(n), the average path length of an unsuccessful search in a binary search tree of n rows:
 * 2 H(n − 1) − 2 (n − 1) / n with H(i) ≈ ln i + γ (equation 1 of Liu, Ting and Zhou 2008).
 *
 * @param count Number of rows, a whole number from 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([averagePathLength(1), averagePathLength(2)], [0, 1]);
 * ```
 */
export function averagePathLength(count: number): number {
  if (count <= 1) return 0;
  if (count === 2) return 1;
  return 2 * (Math.log(count - 1) + EULER_GAMMA) - 2 * (count - 1) / count;
}

/**
 * Grows a tree over rows without missing values: a random column, a random cut between its lowest
 * and highest value, until a row is alone, its node does not vary, or the tree is ⌈log₂ rows⌉ deep
 * (algorithm 2 of Liu, Ting and Zhou 2008). A leaf holds the path length h(x): depth + c(rows in
 * the leaf).
 *
 * @param x The drawn rows, at least one.
 * @param random Uniform numbers in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const tree = growIsolationTree(matrix(["kwh"], [1, 2]), () => 0.5);
 * assert.deepEqual(tree, {
 *   feature: [0, -1, -1],
 *   threshold: [1.5, 0, 0],
 *   left: [1, 0, 0],
 *   right: [2, 0, 0],
 *   value: [0, 1, 1],
 * });
 * ```
 */
export function growIsolationTree(x: Matrix, random: () => number): Tree {
  const width = x.columns.length;
  const depthLimit = Math.ceil(Math.log2(x.rows));
  const starts = Uint32Array.from({ length: x.rows }, (_, row) => row * width);
  const untried = new Uint32Array(width);
  const range = new Float32Array(2);
  const feature: number[] = [];
  const threshold: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const value: number[] = [];

  function grow(first: number, end: number, depth: number): number {
    const node = feature.length;
    feature.push(-1);
    threshold.push(0);
    left.push(0);
    right.push(0);
    value.push(0);
    if (depth < depthLimit && end - first > 1) cut(node, first, end);
    if (feature[node] < 0) value[node] = depth + averagePathLength(end - first);
    else {
      const middle = partition(x.values, starts, first, end, feature[node], threshold[node]);
      left[node] = grow(first, middle, depth + 1);
      right[node] = grow(middle, end, depth + 1);
    }
    return node;
  }

  /** Gives the node a cut that leaves rows on both sides, unless no column varies. */
  function cut(node: number, first: number, end: number): void {
    for (let column = 0; column < width; column++) untried[column] = column;
    for (let count = width; count > 0; count--) {
      const pick = Math.floor(random() * count);
      const column = untried[pick];
      untried[pick] = untried[count - 1];
      findRange(range, x.values, starts, first, end, column);
      const low = range[0];
      const high = range[1];
      if (low === high) continue;
      const drawn = Math.fround(low + random() * (high - low));
      feature[node] = column;
      // Rounding to float32 may reach the highest value, which would leave the right side empty.
      threshold[node] = drawn < high ? drawn : low;
      return;
    }
  }

  grow(0, x.rows, 0);
  return { feature, threshold, left, right, value };
}

/** Writes the lowest and the highest value of the rows. */
function findRange(
  range: Float32Array,
  values: Float32Array,
  starts: Uint32Array,
  first: number,
  end: number,
  column: number,
): void {
  let low = Infinity;
  let high = -Infinity;
  for (let i = first; i < end; i++) {
    const value = values[starts[i] + column];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  range[0] = low;
  range[1] = high;
}

/** Moves the rows that go left to the front; returns where the others begin. */
function partition(
  values: Float32Array,
  starts: Uint32Array,
  first: number,
  end: number,
  column: number,
  threshold: number,
): number {
  let middle = first;
  for (let i = first; i < end; i++) {
    // No processor can foretell which way a row goes: a sum instead of a choice. A row that goes
    // right changes places with another one that does.
    const start = starts[i];
    starts[i] = starts[middle];
    starts[middle] = start;
    middle += +(values[start + column] <= threshold);
  }
  return middle;
}
