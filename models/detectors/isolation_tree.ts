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
  const rows = Uint32Array.from({ length: x.rows }, (_, row) => row);
  const untried = new Uint32Array(width);
  const feature: number[] = [];
  const threshold: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const value: number[] = [];

  function grow(start: number, end: number, depth: number): number {
    const node = feature.length;
    const cut = depth < depthLimit && end - start > 1
      ? randomCut(x, rows, start, end, untried, random)
      : undefined;
    feature.push(cut?.column ?? -1);
    threshold.push(cut?.threshold ?? 0);
    left.push(0);
    right.push(0);
    value.push(cut ? 0 : depth + averagePathLength(end - start));
    if (cut) {
      const middle = partition(start, end, cut);
      left[node] = grow(start, middle, depth + 1);
      right[node] = grow(middle, end, depth + 1);
    }
    return node;
  }

  /** Moves the rows that go left to the front; returns where the others begin. */
  function partition(start: number, end: number, { column, threshold }: Cut): number {
    let middle = start;
    for (let i = start; i < end; i++) {
      const row = rows[i];
      if (x.values[row * width + column] > threshold) continue;
      rows[i] = rows[middle];
      rows[middle++] = row;
    }
    return middle;
  }

  grow(0, x.rows, 0);
  return { feature, threshold, left, right, value };
}

interface Cut {
  readonly column: number;
  readonly threshold: number;
}

/** A cut that leaves rows on both sides, or none when no column varies. */
function randomCut(
  x: Matrix,
  rows: Uint32Array,
  start: number,
  end: number,
  untried: Uint32Array,
  random: () => number,
): Cut | undefined {
  const { values } = x;
  const width = untried.length;
  for (let column = 0; column < width; column++) untried[column] = column;
  for (let left = width; left > 0; left--) {
    const pick = Math.floor(random() * left);
    const column = untried[pick];
    untried[pick] = untried[left - 1];
    let low = Infinity;
    let high = -Infinity;
    for (let i = start; i < end; i++) {
      const value = values[rows[i] * width + column];
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low === high) continue;
    const threshold = Math.fround(low + random() * (high - low));
    // Rounding to float32 may reach the highest value, which would leave the right side empty.
    return { column, threshold: threshold < high ? threshold : low };
  }
  return undefined;
}
