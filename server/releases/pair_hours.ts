/** Hours of champion and challenger side by side. */
import type { ScoredReading } from "../deps.ts";
import type { PairedHour } from "./paired_days.ts";

/** An hour as one version scored it. */
type ScoredHour = Pick<ScoredReading, "meterId" | "ts" | "score" | "label">;

/**
 * Pairs the hours that both have scored.
 *
 * @param champion By meter and time, as is the result.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hour = { meterId: "r1", ts: 0, score: 0.25, label: 0 } as const;
 * const [pair] = pairHours([hour], [{ ...hour, score: 0.75, label: 1 }]);
 * assert.deepEqual([pair.champion.score, pair.challenger.score], [0.25, 0.75]);
 * ```
 */
export function pairHours(
  champion: readonly ScoredHour[],
  challenger: readonly ScoredHour[],
): PairedHour[] {
  const others = new Map(challenger.map((hour) => [`${hour.ts} ${hour.meterId}`, hour]));
  return champion.flatMap((hour) => {
    const other = others.get(`${hour.ts} ${hour.meterId}`);
    if (other === undefined) return [];
    const { meterId, ts } = hour;
    return [{ meterId, ts, champion: hour, challenger: other }];
  });
}
