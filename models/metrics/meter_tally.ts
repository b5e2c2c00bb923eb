/** What each meter contributes to every figure, so that figures of any choice of meters are cheap. */

import { averagePrecision } from "./average_precision.ts";
import { detectionDelays } from "./detection_delay.ts";
import { type EventOverlap, eventOverlap } from "./event_overlap.ts";
import type { EvaluationRows } from "./metric.ts";
import { rocAuc } from "./roc_auc.ts";
import { rowsByMeter } from "./rows_by_meter.ts";
import { volumeUnderSurface } from "./volume_under_surface.ts";

const HOUR_MS = 3_600_000;

/** How well the rows of one meter are ranked. */
export interface MeterRanking {
  readonly roc_auc: number;
  readonly average_precision: number;
  readonly vus_roc: number;
  readonly vus_pr: number;
}

/** All that the figures need to know of one meter. */
export interface MeterTally extends EventOverlap {
  readonly meterId: string;
  /** Judged hours. */
  readonly hours: number;
  /** `null` where the rows are all of one class, so that there is nothing to rank. */
  readonly ranking: MeterRanking | null;
  /** Hours from start to notice, summed over the true events that were noticed. */
  readonly delayHours: number;
}

/**
 * Tallies each meter of an evaluation, meters in ascending order of id.
 *
 * @throws {RangeError} When columns differ in length, a score is NaN, or a meter has two rows of
 * one time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [tally] = tallyMeters({
 *   meterIds: ["a", "a", "a"],
 *   ts: Float64Array.of(0, 3_600_000, 7_200_000),
 *   labels: Uint8Array.of(1, 1, 0),
 *   scores: Float64Array.of(0.25, 0.75, 0.5),
 *   predicted: Uint8Array.of(0, 1, 0),
 * });
 * assert.deepEqual([tally.hours, tally.detected, tally.delayHours], [3, 1, 1]);
 * assert.equal(tally.ranking?.roc_auc, 1 / 2);
 * ```
 */
export function tallyMeters(rows: EvaluationRows): MeterTally[] {
  return rowsByMeter(rows).map((meter) => {
    const { meterIds, labels, scores, intervalMs = HOUR_MS } = meter;
    const rankable = labels.includes(0) && labels.includes(1);
    const volumes = rankable ? volumeUnderSurface(labels, scores) : { roc: NaN, pr: NaN };
    const delays = detectionDelays(meter).filter((delay) => !Number.isNaN(delay));
    return {
      meterId: meterIds[0],
      hours: labels.length * intervalMs / HOUR_MS,
      ranking: rankable
        ? {
          roc_auc: rocAuc(labels, scores),
          average_precision: averagePrecision(labels, scores),
          vus_roc: volumes.roc,
          vus_pr: volumes.pr,
        }
        : null,
      ...eventOverlap(meter),
      delayHours: delays.reduce((sum, delay) => sum + delay, 0),
    };
  });
}
