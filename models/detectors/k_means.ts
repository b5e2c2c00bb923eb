/** k-means: centres that stand for the points around them. */

import type { FitContext } from "./detector.ts";
import { pause } from "./pause.ts";
import { squaredDistance } from "./squared_distance.ts";

/** Rounds of Lloyd's algorithm at most; it settles long before, but for ties of rounding. */
const MOST_ROUNDS = 300;

/** Points in rows of `width` values. */
export interface Points {
  readonly values: Float64Array;
  readonly width: number;
}

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

/**
 * Moves centres to the mean of the points nearest to each until no point changes its centre
 * (Lloyd 1982), at most 300 times. Of equally near centres the first has the point; a centre without
 * points stays where it is. Time is points × centres × width per round.
 *
 * @param points In an order that does not depend on how they came, as sums depend on it.
 * @param centers At least one, row-major; not changed.
 * @throws The signal's reason when it is aborted between two rounds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const points = { values: Float64Array.of(0, 2, 10, 14), width: 1 };
 * const centers = await lloyd(points, Float64Array.of(0, 2), { seed: 7 });
 * assert.deepEqual([...centers], [1, 12]);
 * ```
 */
export async function lloyd(
  { values, width }: Points,
  centers: Float64Array,
  { signal, onProgress }: FitContext,
): Promise<Float64Array> {
  const rows = values.length / width;
  const count = centers.length / width;
  const owners = new Int32Array(rows).fill(-1);
  let current: Float64Array = centers.slice();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    onProgress?.(round / MOST_ROUNDS);
    await pause(signal);
    let changed = false;
    for (let row = 0; row < rows; row++) {
      const owner = nearestCenter(values, row, current, count, width);
      changed ||= owner !== owners[row];
      owners[row] = owner;
    }
    if (!changed) break;
    current = means(values, owners, current, width);
  }
  return current;
}

function nearestCenter(
  values: Float64Array,
  row: number,
  centers: Float64Array,
  count: number,
  width: number,
): number {
  let [owner, least] = [0, Infinity];
  for (let center = 0; center < count; center++) {
    const distance = squaredDistance(values, row, centers, center, width);
    if (distance < least) [owner, least] = [center, distance];
  }
  return owner;
}

function means(
  values: Float64Array,
  owners: Int32Array,
  former: Float64Array,
  width: number,
): Float64Array {
  const sums = new Float64Array(former.length);
  const counts = new Float64Array(former.length / width);
  for (let row = 0, at = 0; row < owners.length; row++) {
    counts[owners[row]]++;
    for (let j = 0; j < width; j++) sums[owners[row] * width + j] += values[at++];
  }
  return sums.map((sum, at) => {
    const points = counts[Math.floor(at / width)];
    return points > 0 ? sum / points : former[at];
  });
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
