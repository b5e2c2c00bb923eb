/** How often a model alerts, meter by meter. */
import { type ChunkTally, eventRuns } from "../../models/mod.ts";
import type { ScoredSpan } from "./scored_spans.ts";

const HOUR_MS = 3_600_000;

/**
 * The scored hours of each meter of a span, those of them that are anomalous, and the events that
 * they make; an event that goes on from the span before counts in both.
 *
 * @returns Meters that have a scored hour, by id.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const tallies = alertTallies({
 *   from: 0,
 *   to: 10_800_000,
 *   meterIds: ["a", "a", "a"],
 *   ts: Float64Array.of(0, 3_600_000, 7_200_000),
 *   score: Float32Array.of(0.9, 0.9, 0.1),
 *   label: Uint8Array.of(1, 1, 0),
 * });
 * assert.deepEqual([...tallies], [["a", { watched: 3, affected: 2, episodes: 1 }]]);
 * ```
 */
export function alertTallies({ meterIds, ts, label }: ScoredSpan): Map<string, ChunkTally> {
  const hours = new Map<string, { watched: number; affected: number; episodes: number }>();
  meterIds.forEach((id, row) => {
    const own = hours.get(id) ?? { watched: 0, affected: 0, episodes: 0 };
    own.watched++;
    own.affected += label[row];
    hours.set(id, own);
  });
  for (const { meterId } of eventRuns({ meterId: meterIds, ts, label }, HOUR_MS)) {
    const own = hours.get(meterId);
    if (own !== undefined) own.episodes++;
  }
  return hours;
}

/**
 * The tallies of several meters together.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const one = { watched: 168, affected: 2, episodes: 1 };
 * assert.deepEqual(sumTallies([one, one]), { watched: 336, affected: 4, episodes: 2 });
 * ```
 */
export function sumTallies(tallies: Iterable<ChunkTally>): ChunkTally {
  let [watched, affected, episodes] = [0, 0, 0];
  for (const tally of tallies) {
    watched += tally.watched;
    affected += tally.affected;
    episodes += tally.episodes;
  }
  return { watched, affected, episodes };
}
