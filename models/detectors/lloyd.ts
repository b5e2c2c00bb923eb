/** Lloyd's algorithm: centres that stand for the points around them. */

import type { FitContext } from "./detector.ts";
import { pause } from "./pause.ts";
import { squaredDistance } from "./squared_distance.ts";

/** Rounds at most; centres settle long before, but for ties of rounding. */
const MOST_ROUNDS = 300;
/** What the bounds may lose to rounding, far more than they do. */
const SLACK = 1 - 1e-9;

/** Points in rows of `width` values. */
export interface Points {
  readonly values: Float64Array;
  readonly width: number;
}

/** Which centre each point belongs to, and what is known of its distances. */
interface Owners {
  readonly of: Int32Array;
  /** At least the distance to the point's own centre. */
  readonly upper: Float64Array;
  /** At most the distance to the nearest other centre. */
  readonly lower: Float64Array;
}

/**
 * Moves centres to the mean of the points nearest to each until no point changes its centre (Lloyd
 * 1982), at most 300 times. Of equally near centres the first has the point; a centre without
 * points stays where it is.
 *
 * Distances are measured only where the bounds of Hamerly (Making k-means even faster, SIAM Data
 * Mining 2010) do not tell the nearest centre, which leaves the result as it is. The first round
 * takes points × centres × width, later ones mostly far less, but for clusters that do not part.
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
  points: Points,
  centers: Float64Array,
  { signal, onProgress }: FitContext,
): Promise<Float64Array> {
  const rows = points.values.length / points.width;
  const owners: Owners = {
    of: new Int32Array(rows).fill(-1),
    upper: new Float64Array(rows).fill(Infinity),
    lower: new Float64Array(rows),
  };
  let current: Float64Array = centers.slice();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    onProgress?.(round / MOST_ROUNDS);
    await pause(signal);
    if (!reassign(points, current, owners)) break;
    const moved = means(points, owners.of, current);
    loosen(owners, current, moved, points.width);
    current = moved;
  }
  return current;
}

/** Finds the nearest centre of each point; whether any point has a new one. */
function reassign({ values, width }: Points, centers: Float64Array, owners: Owners): boolean {
  const count = centers.length / width;
  const halves = halfWays(centers, width);
  let changed = false;
  for (let row = 0; row < owners.of.length; row++) {
    const former = owners.of[row];
    const known = former < 0 ? 0 : Math.max(owners.lower[row], halves[former]) * SLACK;
    if (owners.upper[row] < known) continue;
    if (former >= 0) {
      owners.upper[row] = Math.sqrt(squaredDistance(values, row, centers, former, width));
      if (owners.upper[row] < known) continue;
    }
    let owner = 0;
    let least = Infinity;
    let second = Infinity;
    for (let center = 0; center < count; center++) {
      const distance = squaredDistance(values, row, centers, center, width);
      if (distance < least) {
        second = least;
        least = distance;
        owner = center;
      } else if (distance < second) {
        second = distance;
      }
    }
    changed ||= owner !== former;
    owners.of[row] = owner;
    owners.upper[row] = Math.sqrt(least);
    owners.lower[row] = Math.sqrt(second);
  }
  return changed;
}

/** Half the way from each centre to the nearest other one: whoever is nearer belongs to it. */
function halfWays(centers: Float64Array, width: number): Float64Array {
  const count = centers.length / width;
  const halves = new Float64Array(count).fill(Infinity);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      if (a === b) continue;
      halves[a] = Math.min(
        halves[a],
        Math.sqrt(squaredDistance(centers, a, centers, b, width)) / 2,
      );
    }
  }
  return halves;
}

/** Keeps the bounds true after the centres have moved. */
function loosen(
  { of, upper, lower }: Owners,
  former: Float64Array,
  moved: Float64Array,
  width: number,
): void {
  const steps = Array.from(
    { length: moved.length / width },
    (_, center) => Math.sqrt(squaredDistance(former, center, moved, center, width)),
  );
  const longest = Math.max(...steps);
  for (let row = 0; row < of.length; row++) {
    upper[row] += steps[of[row]];
    lower[row] -= longest;
  }
}

function means(
  { values, width }: Points,
  owners: Int32Array,
  former: Float64Array,
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
