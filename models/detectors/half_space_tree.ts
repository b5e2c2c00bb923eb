/** Growing one half-space tree. */

import type { Matrix } from "../matrix.ts";
import type { Tree } from "./forest.ts";
import { LARGEST } from "./scoring_rows.ts";

/** From where to where a column reaches. */
export interface ColumnRange {
  readonly low: number;
  /** Not below `low`. */
  readonly high: number;
}

/** What bounds a half-space tree. */
export interface HalfSpaceLimits {
  /** Cuts on the way to a leaf at most. */
  readonly depth: number;
  /** A node of that many rows or fewer is not cut. */
  readonly sizeLimit: number;
}

/**
 * Grows a tree that halves a work range of random place around the ranges of the columns, one
 * random column at a time (algorithm 1 of Tan, Ting and Liu 2011). A leaf holds its mass, rows ·
 * 2^depth; nodes below one at which a score ends are not grown.
 *
 * @param x Rows without missing values.
 * @param ranges One per column; a column without reach counts in its own unit.
 * @param random Uniform numbers in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh"], [0, 1, 8]);
 * const limits = { depth: 1, sizeLimit: 0 };
 * const tree = growHalfSpaceTree(x, [{ low: 0, high: 8 }], limits, () => 0.5);
 * assert.deepEqual(tree.threshold[0], 4);
 * assert.deepEqual(tree.value, [0, 2 * 2, 1 * 2]);
 * ```
 */
export function growHalfSpaceTree(
  x: Matrix,
  ranges: readonly ColumnRange[],
  { depth, sizeLimit }: HalfSpaceLimits,
  random: () => number,
): Tree {
  const width = x.columns.length;
  const work = ranges.map((range) => workRange(range, random));
  const rows = Uint32Array.from({ length: x.rows }, (_, row) => row);
  const feature: number[] = [];
  const threshold: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const value: number[] = [];

  function grow(start: number, end: number, level: number): number {
    const isLeaf = level === depth || end - start <= sizeLimit;
    const column = isLeaf ? -1 : Math.floor(random() * width);
    const node = feature.push(column) - 1;
    left.push(0);
    right.push(0);
    threshold.push(0);
    value.push(isLeaf ? (end - start) * 2 ** level : 0);
    if (isLeaf) return node;
    const { low, high } = work[column];
    const cut = Math.min(Math.max(Math.fround((low + high) / 2), -LARGEST), LARGEST);
    threshold[node] = cut;
    const middle = partition(start, end, column, cut);
    work[column] = { low, high: cut };
    left[node] = grow(start, middle, level + 1);
    work[column] = { low: cut, high };
    right[node] = grow(middle, end, level + 1);
    work[column] = { low, high };
    return node;
  }

  /** Moves the rows that go left to the front; returns where the others begin. */
  function partition(start: number, end: number, column: number, cut: number): number {
    let middle = start;
    for (let i = start; i < end; i++) {
      const row = rows[i];
      if (x.values[row * width + column] > cut) continue;
      rows[i] = rows[middle];
      rows[middle++] = row;
    }
    return middle;
  }

  grow(0, x.rows, 0);
  return { feature, threshold, left, right, value };
}

/** The range around a random place s of it that reaches 2 max(s, 1 − s) of it to both sides. */
function workRange({ low, high }: ColumnRange, random: () => number): ColumnRange {
  const reach = high > low ? high - low : 1;
  const place = random();
  const spread = 2 * Math.max(place, 1 - place);
  return { low: low + (place - spread) * reach, high: low + (place + spread) * reach };
}
