/** The neighbours of each point of an index among the others. */

import type { FitContext } from "./detector.ts";
import { inTurns } from "./in_turns.ts";
import { nearestNeighbours, type Neighbours } from "./nearest_neighbours.ts";
import type { NeighbourIndex } from "./neighbour_index.ts";

/**
 * The `k` nearest others of each point, by its row. A point without any other is its own neighbour,
 * at distance 0.
 *
 * @param k At least 1; the number of others where there are fewer.
 * @throws The signal's reason when it is aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { buildNeighbourIndex } from "./neighbour_index.ts";
 * const index = buildNeighbourIndex(Float64Array.of(9, 1, 2), 1);
 * const { rows, squaredDistances } = await nearestOthers(index, 1, { seed: 7 });
 * assert.deepEqual([...rows], [2, 2, 1]);
 * assert.deepEqual([...squaredDistances], [49, 1, 1]);
 * ```
 */
export async function nearestOthers(
  index: NeighbourIndex,
  k: number,
  context: FitContext,
): Promise<Neighbours> {
  const { points, rows, width } = index;
  const most = Math.min(k, Math.max(1, rows.length - 1));
  const others: Neighbours = {
    k: most,
    squaredDistances: new Float64Array(rows.length * most),
    rows: new Uint32Array(rows.length * most),
  };
  // In the order of the index, one search after the other goes down almost the same way.
  await inTurns(rows.length, context, (start, end) => {
    const turn = points.subarray(start * width, end * width);
    const found = nearestNeighbours(index, turn, most + 1);
    for (let at = start; at < end; at++) keepOthers(found, at - start, rows[at], others);
  });
  return others;
}

/** Leaves out the point itself; where so many equal it that it is not found, any one of those. */
function keepOthers(found: Neighbours, query: number, self: number, others: Neighbours): void {
  const first = query * found.k;
  const last = found.k - 1;
  let gap = 0;
  while (gap < last && found.rows[first + gap] !== self) gap++;
  for (let i = 0; i < last; i++) {
    const from = first + (i < gap ? i : i + 1);
    others.squaredDistances[self * others.k + i] = found.squaredDistances[from];
    others.rows[self * others.k + i] = found.rows[from];
  }
}
