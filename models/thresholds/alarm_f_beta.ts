/** The threshold that serves labelled events best once its hours have become alarms. */

import { alarmAggregator, type AlarmRule } from "../alarms/aggregate_alarms.ts";
import { eventOverlap } from "../metrics/event_overlap.ts";
import { precisionOf } from "../metrics/event_precision.ts";
import { recallOf } from "../metrics/event_recall.ts";
import { fBeta, type LabelledValidationRows, LARGEST_SHARE, requireBeta } from "./f_beta.ts";
import { justAbove, sortedScores } from "./sorted_scores.ts";
import type { Threshold } from "./threshold.ts";

const HOUR_MS = 3_600_000;
/** Each threshold that is tried labels about a tenth more rows than the one above it. */
const GROWTH = 1.1;

/** A threshold chosen by precision and recall of alarms. */
export interface AlarmFBetaThreshold extends Threshold {
  readonly rule: "alarm_f_beta";
  /** How many times as much recall counts as precision. */
  readonly beta: number;
  readonly alarms: AlarmRule;
  /** The F-beta that its alarms reach on the validation rows. */
  readonly reached: number;
}

/** What decides the threshold beside the rows. */
export interface AlarmFBetaOptions {
  /** Above 0; 1 is the harmonic mean. */
  readonly beta: number;
  /** Which rows above the threshold start an alarm, and how long it lasts. */
  readonly alarms: AlarmRule;
}

/**
 * As `fBetaThreshold`, but of alarms: the rows at or above the threshold go through
 * `aggregateAlarms` before events are counted, so a reported event is a run of rows at which an
 * alarm is on. A rule that wants several hours can bear a lower threshold than single hours can.
 *
 * One alarm may quiet another, so that nothing can be added up row by row as the threshold falls:
 * each threshold costs a pass over all rows. Tried are the scores that label 1, 2, … 20, 22, 24, …
 * rows, a tenth more each time, up to half of all; of equal ones the highest is taken. Chosen on few
 * true events, it is a matter of luck.
 *
 * @throws {RangeError} When there are no scores, one is not finite, there is no true event, columns
 * differ in length, a meter has two rows of one time, beta is not positive, or an option of the
 * alarms is out of range.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rows = {
 *   meterIds: new Array<string>(8).fill("a"),
 *   ts: Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7),
 *   intervalMs: 1,
 *   scores: Float64Array.of(0.9, 0.1, 0.1, 0.1, 0.8, 0.8, 0.1, 0.1),
 *   labels: Uint8Array.of(0, 0, 0, 0, 1, 1, 0, 0),
 * };
 * const alarms = { window: 2, least: 2 };
 * const { value, reached } = alarmFBetaThreshold(rows, { beta: 1, alarms });
 * assert.deepEqual([value, reached], [0.8, 1]);
 * ```
 */
export function alarmFBetaThreshold(
  rows: LabelledValidationRows,
  { beta, alarms }: AlarmFBetaOptions,
): AlarmFBetaThreshold {
  requireBeta(beta);
  const { meterIds, ts, intervalMs = HOUR_MS, scores, labels, events } = rows;
  const sorted = sortedScores(scores);
  const aggregate = alarmAggregator({ meterId: meterIds, ts }, alarms, intervalMs);
  if (!labels.includes(1)) {
    throw new RangeError("Cannot choose a threshold by alarms without a true event");
  }
  let best = { value: justAbove(sorted[sorted.length - 1]), reached: 0 };
  for (const value of fallingLines(sorted)) {
    const predicted = aggregate(Uint8Array.from(scores, (score) => score >= value ? 1 : 0));
    const overlap = eventOverlap({ meterIds, ts, intervalMs, labels, events, predicted });
    const reached = fBeta(precisionOf(overlap), recallOf(overlap), beta);
    if (reached > best.reached) best = { value, reached };
  }
  return { rule: "alarm_f_beta", beta, alarms, ...best };
}

/** Some of the scores, the highest first. */
function* fallingLines(sorted: Float64Array): Generator<number> {
  const most = LARGEST_SHARE * sorted.length;
  let before = Infinity;
  for (let rank = 1; rank <= most; rank = Math.max(rank + 1, Math.floor(rank * GROWTH))) {
    const value = sorted[sorted.length - rank];
    if (value === before) continue;
    before = value;
    // Rows of one score are labelled together.
    if (sorted.length - sorted.indexOf(value) > most) return;
    yield value;
  }
}
