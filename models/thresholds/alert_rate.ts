/** The threshold that calls people as often as they can take. */

import { fallingThreshold } from "./falling_threshold.ts";
import { growingEvents } from "./growing_events.ts";
import { justAbove, sortedScores } from "./sorted_scores.ts";
import type { Threshold, ValidationRows } from "./threshold.ts";

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** Where half the rows are anomalous, few events are no sign of few alarms: they have merged. */
const LARGEST_SHARE = 0.5;

/** A threshold chosen by the number of alerts. */
export interface AlertRateThreshold extends Threshold {
  readonly rule: "alert_rate";
  /** Largest number of alerts per meter and week of validation rows. */
  readonly perMeterWeek: number;
}

/**
 * The lowest threshold at which, and at every higher one, the validation rows make at most so many
 * events per meter and week of intervals that are there. Events are those of `eventRuns`: a gap of
 * one interval does not part them. It stops at the first excess, as below it events merge and their
 * number may fall while more and more rows are labelled; it labels at most half of the rows. Where
 * the highest score alone is too much, the threshold lies just above it.
 *
 * The rows are taken for usual ones: with many true faults among them, the threshold is too high.
 *
 * @param perMeterWeek Above 0.
 * @throws {RangeError} When there are no scores, one is not finite, columns differ in length, a
 * meter has two rows of one time, or perMeterWeek is not positive.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hours = Array.from({ length: 168 }, (_, hour) => hour);
 * const rows = {
 *   meterIds: hours.map(() => "a"),
 *   ts: Float64Array.from(hours, (hour) => hour * 3_600_000),
 *   scores: Float64Array.from(hours, (hour) => hour === 100 || hour === 101 ? 0.9 : hour / 1000),
 * };
 * assert.equal(alertRateThreshold(rows, 1).value, 0.9);
 * ```
 */
export function alertRateThreshold(rows: ValidationRows, perMeterWeek: number): AlertRateThreshold {
  if (!(perMeterWeek > 0)) {
    throw new RangeError(
      `Cannot choose a threshold as perMeterWeek must be positive: current value is ${perMeterWeek}`,
    );
  }
  const { scores, intervalMs = HOUR_MS } = rows;
  const sorted = sortedScores(scores);
  const allowed = perMeterWeek * scores.length * intervalMs / WEEK_MS;
  const growing = growingEvents(rows, new Uint8Array(scores.length));
  let value = justAbove(sorted[sorted.length - 1]);
  let labelled = 0;
  for (const step of fallingThreshold(scores)) {
    labelled += step.rows.length;
    step.rows.forEach(growing.add);
    if (growing.events > allowed || labelled > LARGEST_SHARE * scores.length) break;
    value = step.value;
  }
  return { rule: "alert_rate", perMeterWeek, value };
}
