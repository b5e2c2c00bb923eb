/** The threshold that serves labelled events best. */

import { fallingThreshold } from "./falling_threshold.ts";
import { growingEvents } from "./growing_events.ts";
import { justAbove, sortedScores } from "./sorted_scores.ts";
import type { Threshold, ValidationRows } from "./threshold.ts";

/** Where more are labelled, events merge: one that holds all rows is right about each fault. */
export const LARGEST_SHARE = 0.5;

/** A threshold chosen by precision and recall of events. */
export interface FBetaThreshold extends Threshold {
  readonly rule: "f_beta";
  /** How many times as much recall counts as precision. */
  readonly beta: number;
  /** The F-beta of events that it reaches on the validation rows. */
  readonly reached: number;
}

/** Validation rows of which the truth is known. */
export interface LabelledValidationRows extends ValidationRows {
  /** The truth: 1 = anomalous, else 0. */
  readonly labels: Uint8Array;
  /** Numbers of the true events, as `trueEvents` takes them. */
  readonly events?: Int32Array;
}

/**
 * The threshold with the highest F-beta of events (van Rijsbergen, Information Retrieval, 1979):
 * (1 + β²) · precision · recall / (β² · precision + recall), where precision is the share of reported
 * events that share a row with a true one, and recall the share of true events that were reported.
 * Event by event and without point adjustment, so a long fault counts once. At most half of the rows
 * are labelled; of equal thresholds the highest is taken: the fewest alarms. Chosen on few true
 * events, it is a matter of luck.
 *
 * @param beta Above 0; 1 is the harmonic mean.
 * @throws {RangeError} When there are no scores, one is not finite, there is no true event, columns
 * differ in length, a meter has two rows of one time, or beta is not positive.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const threshold = fBetaThreshold({
 *   meterIds: ["a", "a", "a", "a", "a", "a"],
 *   ts: Float64Array.of(0, 1, 2, 3, 4, 5),
 *   intervalMs: 1,
 *   scores: Float64Array.of(0.1, 0.9, 0.2, 0.1, 0.8, 0.1),
 *   labels: Uint8Array.of(0, 1, 0, 0, 0, 0),
 * }, 1);
 * assert.deepEqual(threshold, { rule: "f_beta", beta: 1, reached: 1, value: 0.9 });
 * ```
 */
export function fBetaThreshold(rows: LabelledValidationRows, beta: number): FBetaThreshold {
  requireBeta(beta);
  const sorted = sortedScores(rows.scores);
  const growing = growingEvents(rows, rows.labels, rows.events);
  if (growing.trueEvents === 0) {
    throw new RangeError("Cannot choose a threshold by events without a true one");
  }
  let best = { value: justAbove(sorted[sorted.length - 1]), reached: 0 };
  let labelled = 0;
  for (const step of fallingThreshold(rows.scores)) {
    labelled += step.rows.length;
    if (labelled > LARGEST_SHARE * sorted.length) break;
    step.rows.forEach(growing.add);
    const precision = growing.confirmed / growing.events;
    const recall = growing.detected / growing.trueEvents;
    const reached = fBeta(precision, recall, beta);
    if (reached > best.reached) best = { value: step.value, reached };
  }
  return { rule: "f_beta", beta, ...best };
}

/**
 * Precision and recall in one figure; 0 where both are 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(fBeta(0.5, 1, 1), 2 / 3);
 * assert.equal(fBeta(0, 0, 1), 0);
 * ```
 */
export function fBeta(precision: number, recall: number, beta: number): number {
  const weighted = beta ** 2 * precision + recall;
  return weighted === 0 ? 0 : (1 + beta ** 2) * precision * recall / weighted;
}

/**
 * Checks the weight of recall.
 *
 * @throws {RangeError} When it is not above 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => requireBeta(0), RangeError);
 * ```
 */
export function requireBeta(beta: number): void {
  if (beta > 0 && beta < Infinity) return;
  throw new RangeError(
    `Cannot choose a threshold as beta must be positive: current value is ${beta}`,
  );
}
