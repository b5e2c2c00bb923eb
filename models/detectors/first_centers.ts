/** Where k-means begins: points that lie apart. */

import type { Points } from "./lloyd.ts";
import { squaredDistance } from "./squared_distance.ts";

/**
 * Some of the points as first centres, by k-means++ (Arthur and Vassilvitskii 2007): the first one
 * by chance, each further one with a probability that goes with its squared distance from the
 * nearest centre so far. Fewer than `count` where there are no more different points. Time is
 * points × count × width.
 *
 * @param points At least one.
 * @param draw Uniform numbers in [0, 1).
 * @returns The centres, row-major.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { random } from "../random.ts";
 * const points = { values: Float64Array.of(1, 1, 1, 9), width: 1 };
 * assert.deepEqual(firstCenters(points, 3, random(7)).toSorted(), Float64Array.of(1, 9));
 * ```
 */
export function firstCenters(
  { values, width }: Points,
  count: number,
  draw: () => number,
): Float64Array {
  const rows = values.length / width;
  const centers: number[] = [];
  const nearest = new Float64Array(rows).fill(Infinity);
  let chosen = Math.floor(draw() * rows);
  for (let found = 1; chosen >= 0; found++) {
    const center = values.subarray(chosen * width, (chosen + 1) * width);
    centers.push(...center);
    if (found === count) break;
    let total = 0;
    for (let row = 0; row < rows; row++) {
      nearest[row] = Math.min(nearest[row], squaredDistance(values, row, center, 0, width));
      total += nearest[row];
    }
    chosen = drawByWeight(nearest, total * draw());
  }
  return Float64Array.from(centers);
}

/** The first row at which the running sum of weights exceeds `mark`; -1 where no weight is above 0. */
function drawByWeight(weights: Float64Array, mark: number): number {
  let sum = 0;
  for (let row = 0; row < weights.length; row++) {
    sum += weights[row];
    if (sum > mark) return row;
  }
  return -1;
}
